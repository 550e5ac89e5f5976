// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.service.OperationName;
import java.util.List;

/** The service forgot an operation. Its work was not stopped by that. */
public record DeletedRow(OperationName name) implements Row {
    private static final String LABEL = "DELETED";

    /** Columns for these. */
    public static Columns columns() {
        return Columns.of("OUTCOME", "NAME");
    }

    @Override
    public List<String> cells() {
        return List.of(LABEL, name.value());
    }

    @Override
    public String json() {
        return RowJson.about(name).put("outcome", LABEL).end();
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.OK;
    }
}
