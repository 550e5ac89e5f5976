// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.sweep.SweepPlan.PlannedOperation;
import dev.longrun.wire.JsonWriter;
import java.util.List;

/** An operation that a sweep would cancel. */
public record PlannedRow(PlannedOperation planned) implements Row {
    /** The first cell of each. */
    public static final String LABEL = "PLANNED";

    @Override
    public List<String> cells() {
        return List.of(LABEL, planned.describe());
    }

    @Override
    public String json() {
        JsonWriter json = RowJson.about(planned.name()).put("outcome", LABEL);
        planned.age().ifPresent(age -> json.put("ageSeconds", age.toSeconds()));
        planned.verb().ifPresent(verb -> json.put("verb", verb));
        planned.target().ifPresent(target -> json.put("target", target));
        return json.end();
    }

    @Override
    public String serviceName() {
        return planned.name().service().name();
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.OK;
    }
}
