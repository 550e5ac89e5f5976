// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

/** The format of data. */
public enum Format {
    /** Columns, for people. */
    TABLE,
    /** One object a line, for programs. */
    JSON,
    /** A page for a browser; of {@code lro report} only, as the following ones. */
    HTML,
    /** Markdown. */
    MD,
    /** Comma-separated values. */
    CSV,
    /** The XML of test results that CI servers read. */
    JUNIT;

    /** Whether rows can be printed in it as they come. */
    public boolean isOfRows() {
        return this == TABLE || this == JSON;
    }
}
