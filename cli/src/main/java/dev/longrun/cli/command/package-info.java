// SPDX-License-Identifier: Apache-2.0
/**
 * The commands of {@code lro}, one class each: options in, a call, an exit code out.
 *
 * <p>Read {@link dev.longrun.cli.command.CommandTree} first. The classes that are read for {@code --help} name none
 * that speak HTTP until a command runs.
 */
@NullMarked
package dev.longrun.cli.command;

import org.jspecify.annotations.NullMarked;
