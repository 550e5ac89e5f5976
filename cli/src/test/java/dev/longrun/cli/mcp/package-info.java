// SPDX-License-Identifier: Apache-2.0
/** Where the command looks for the jars of the agent server. */
@NullMarked
package dev.longrun.cli.mcp;

import org.jspecify.annotations.NullMarked;
