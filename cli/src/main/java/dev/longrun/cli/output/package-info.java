// SPDX-License-Identifier: Apache-2.0
/**
 * Prints the output of a command: data on stdout as a table or as JSON, one line for each result, and everything else
 * on stderr.
 *
 * <p>Read {@link dev.longrun.cli.output.Row} and {@link dev.longrun.cli.output.RowPrinter} first, then
 * {@link dev.longrun.cli.output.Console} and {@link dev.longrun.cli.output.ExitCode}. Sends no request and knows no
 * option.
 */
@NullMarked
package dev.longrun.cli.output;

import org.jspecify.annotations.NullMarked;
