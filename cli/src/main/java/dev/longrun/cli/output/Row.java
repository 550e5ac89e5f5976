// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import java.util.List;

/** What came out for one name: a line of a table, an object of JSON, a share in the exit code. */
public interface Row {

    /** One cell a column, in the columns' order. Their text may come from a server. */
    List<String> cells();

    /** One object on one line; {@code schemaVersion} is its first field. */
    String json();

    ExitCode exitCode();
}
