// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationInfo;
import dev.longrun.wire.JsonWriter;
import dev.longrun.wire.StatusWriter;
import java.time.Instant;
import java.util.List;

/**
 * A snapshot of an operation, from a get or a list.
 *
 * @param now the time that its age is counted to
 */
public record OperationRow(Operation operation, Instant now) implements Row {
    private static final int LONGEST_STATE = "SUCCEEDED".length();
    private static final int LONG_AGE = "364d23h".length();

    /** Columns that are wide enough for the names. */
    public static Columns columns(List<String> names) {
        return Columns.of("STATE", "NAME", "AGE", "VERB", "TARGET", "PROGRESS", "NOTE")
                .withWidth(0, LONGEST_STATE)
                .withWidth(1, names)
                .withWidth(2, LONG_AGE);
    }

    @Override
    public List<String> cells() {
        OperationInfo info = operation.info();
        return List.of(
                OperationFormatter.state(operation),
                operation.name().value(),
                info.age(now).map(Elapsed::age).orElse(""),
                info.verb().orElse(""),
                OperationFormatter.target(operation),
                OperationFormatter.progressCell(operation),
                OperationFormatter.remark(operation));
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

    @Override
    public AnsiStyle style() {
        return switch (operation.state()) {
            case RUNNING -> AnsiStyle.CYAN;
            case SUCCEEDED -> AnsiStyle.GREEN;
            case FAILED -> AnsiStyle.RED;
            case CANCELLED -> AnsiStyle.YELLOW;
            case ENDED -> AnsiStyle.MAGENTA;
        };
    }
}
