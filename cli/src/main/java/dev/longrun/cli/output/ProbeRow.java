// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.error.ApiException;
import dev.longrun.error.LongrunException;
import dev.longrun.error.StatusDetail;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import dev.longrun.wire.JsonWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a service answered when it was asked for an operation.
 *
 * @param result {@link #FOUND}, {@link #NOT_ENABLED}, the code of a status such as {@code NOT_FOUND}, or
 *     {@link #NO_ANSWER}
 * @param operation present if it was found
 * @param note of the service, or why it could not be asked
 */
public record ProbeRow(OperationName name, String result, Optional<Operation> operation, String note) implements Row {
    /** The service has the operation. */
    public static final String FOUND = "FOUND";

    /** The project does not use the service, so that it has no operations there. */
    public static final String NOT_ENABLED = "NOT_ENABLED";

    /** There was no answer. */
    public static final String NO_ANSWER = "NO_ANSWER";

    private static final Set<String> ABSENT = Set.of("NOT_FOUND", NOT_ENABLED);
    private static final String DISABLED = "SERVICE_DISABLED";

    public static ProbeRow found(Operation operation) {
        return new ProbeRow(operation.name(), FOUND, Optional.of(operation), "");
    }

    public static ProbeRow failed(OperationName name, LongrunException failure) {
        if (failure instanceof ApiException rejected) {
            boolean disabled = rejected.errorInfo()
                    .map(StatusDetail.ErrorInfo::reason)
                    .filter(DISABLED::equals)
                    .isPresent();
            String result = disabled ? NOT_ENABLED : rejected.status().code().name();
            return new ProbeRow(
                    name, result, Optional.empty(), rejected.status().message());
        }
        return new ProbeRow(name, NO_ANSWER, Optional.empty(), String.valueOf(failure.getMessage()));
    }

    /** Columns that are wide enough for the names. */
    public static Columns columns(List<String> names) {
        return Columns.of("RESULT", "NAME", "NOTE")
                .withWidth(0, "PERMISSION_DENIED".length())
                .withWidth(1, names);
    }

    /** Whether the service said that it does not have the operation. */
    public boolean isAbsent() {
        return ABSENT.contains(result);
    }

    @Override
    public List<String> cells() {
        return List.of(
                result,
                name.fullName(),
                operation.map(OperationFormatter::state).orElse(note));
    }

    @Override
    public String json() {
        JsonWriter json = RowJson.about(name).put("result", result);
        operation.ifPresent(found -> json.put("state", OperationFormatter.state(found))
                .putRaw("operation", found.json().raw()));
        return note.isEmpty() ? json.end() : json.put("note", note).end();
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.OK;
    }

    @Override
    public AnsiStyle style() {
        return operation.isPresent() ? AnsiStyle.GREEN : isAbsent() ? AnsiStyle.PLAIN : AnsiStyle.YELLOW;
    }
}
