// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

/** The format of data. */
public enum Format {
    /** Columns, for people. */
    TABLE,
    /** One object a line, for programs. */
    JSON
}
