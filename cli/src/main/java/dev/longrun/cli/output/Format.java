// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

/** How data is written. */
public enum Format {
    /** Columns, for people. */
    TABLE,
    /** One object a line, for programs. */
    JSON
}
