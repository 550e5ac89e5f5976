// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.service.OperationName;
import java.util.List;

/** The service deleted its record of an operation, which stops no work. */
public record DeletedRow(OperationName name) implements Row {
    private static final String LABEL = "DELETED";

    /** The columns of these rows. */
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
    public String serviceName() {
        return name.service().name();
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.OK;
    }
}
