// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

/**
 * A command line to try.
 *
 * @param line as typed into a POSIX shell
 * @param purpose a sentence in the imperative, without a full stop
 */
public record CommandExample(String line, String purpose) {}
