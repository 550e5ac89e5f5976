// SPDX-License-Identifier: Apache-2.0
/**
 * What a command shows: data on stdout as a table or as JSON, one line a result, and everything else on stderr.
 *
 * <p>Read {@link dev.longrun.cli.output.Row} first, then {@link dev.longrun.cli.output.Console} and
 * {@link dev.longrun.cli.output.ExitCode}. Sends no request and knows no option.
 */
@NullMarked
package dev.longrun.cli.output;

import org.jspecify.annotations.NullMarked;
