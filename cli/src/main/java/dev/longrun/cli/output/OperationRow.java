// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationInfo;
import dev.longrun.wire.JsonWriter;
import dev.longrun.wire.StatusWriter;
import java.time.Instant;
import java.util.List;

/** A snapshot of an operation, from a get or a list. */
public record OperationRow(Operation operation) implements Row {
    private static final int LONGEST_STATE = "SUCCEEDED".length();
    private static final int TIMESTAMP = "2026-01-01T00:00:00Z".length();

    /** Columns that are wide enough for the names. */
    public static Columns columns(List<String> names) {
        return Columns.of("STATE", "NAME", "CREATED", "VERB", "NOTE")
                .withWidth(0, LONGEST_STATE)
                .withWidth(1, names)
                .withWidth(2, TIMESTAMP);
    }

    @Override
    public List<String> cells() {
        OperationInfo info = operation.info();
        return List.of(
                OperationFormatter.state(operation),
                operation.name().value(),
                info.createTime().map(OperationRow::toSeconds).orElse(""),
                info.verb().orElse(""),
                OperationFormatter.note(operation));
    }

    @Override
    public String json() {
        OperationInfo info = operation.info();
        JsonWriter json = RowJson.about(operation.name())
                .put("state", OperationFormatter.state(operation))
                .put("done", operation.done());
        info.createTime().ifPresent(time -> json.put("createTime", time.toString()));
        info.endTime().ifPresent(time -> json.put("endTime", time.toString()));
        info.verb().ifPresent(verb -> json.put("verb", verb));
        info.target().ifPresent(target -> json.put("target", target));
        info.progress().ifPresent(progress -> json.putRaw("progress", progress.toJson()));
        info.cancelRequested().ifPresent(requested -> json.put("cancelRequested", requested));
        operation.status().ifPresent(status -> json.putRaw("status", StatusWriter.status(status)));
        return json.putRaw("operation", operation.json().raw()).end();
    }

    @Override
    public String serviceName() {
        return operation.name().service().name();
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.OK;
    }

    private static String toSeconds(Instant time) {
        return Instant.ofEpochSecond(time.getEpochSecond()).toString();
    }
}
