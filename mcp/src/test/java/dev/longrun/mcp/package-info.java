// SPDX-License-Identifier: Apache-2.0
/** Tests of the agent server: the SDK's own client, and raw messages, over pipes to a process of the command. */
@NullMarked
package dev.longrun.mcp;

import org.jspecify.annotations.NullMarked;
