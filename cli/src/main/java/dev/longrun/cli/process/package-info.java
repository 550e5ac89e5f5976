// SPDX-License-Identifier: Apache-2.0
/**
 * What a process gives to a command: streams, a clock and signals. Tests give their own.
 *
 * <p>Read {@link dev.longrun.cli.process.ProcessEnvironment} first. Knows nothing of commands or operations.
 */
@NullMarked
package dev.longrun.cli.process;

import org.jspecify.annotations.NullMarked;
