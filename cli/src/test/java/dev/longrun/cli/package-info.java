// SPDX-License-Identifier: Apache-2.0
/** The command as its users see it: arguments in, two streams and an exit code out. */
@NullMarked
package dev.longrun.cli;

import org.jspecify.annotations.NullMarked;
