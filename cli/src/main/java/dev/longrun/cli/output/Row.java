// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import java.util.List;

/** The result of one name: a line of a table, a JSON object, and its exit code. */
public interface Row {

    /** One cell for each column; the second one is the name. The text may come from a server. */
    List<String> cells();

    /** One object on one line; {@code schemaVersion} is its first field. */
    String json();

    ExitCode exitCode();

    /** The service of the operation, such as {@code file.googleapis.com}; empty for a row about no single one. */
    default String serviceName() {
        return "";
    }

    /** How the first cell looks on a terminal that has colours. */
    default AnsiStyle style() {
        return AnsiStyle.of(exitCode());
    }
}
