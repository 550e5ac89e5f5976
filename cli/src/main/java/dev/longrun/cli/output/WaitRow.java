// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.operation.Operation;
import dev.longrun.watch.PollHistory;
import dev.longrun.watch.WatchOutcome;
import dev.longrun.wire.ExceptionWriter;
import dev.longrun.wire.JsonWriter;
import dev.longrun.wire.StatusWriter;
import java.util.List;
import java.util.Optional;

/**
 * The outcome of a wait: REACHED if the operation runs and has met the condition, STILL_RUNNING if a fresh read says
 * so, UNKNOWN if there is none.
 */
public record WaitRow(WatchOutcome outcome, WaitCondition condition) implements Row {

    @Override
    public List<String> cells() {
        PollHistory history = outcome.history();
        return List.of(
                label(),
                outcome.name().value(),
                Elapsed.seconds(history.elapsed()),
                Integer.toString(history.polls()),
                note());
    }

    @Override
    public String json() {
        PollHistory history = outcome.history();
        JsonWriter json = RowJson.about(outcome.name())
                .put("outcome", label())
                .put("polls", history.polls())
                .put("elapsedMs", history.elapsed().toMillis());
        ended().flatMap(Operation::status).ifPresent(status -> json.putRaw("status", StatusWriter.status(status)));
        history.last()
                .flatMap(operation -> operation.info().progress())
                .ifPresent(progress -> json.putRaw("progress", progress.toJson()));
        history.last()
                .ifPresent(
                        operation -> json.putRaw("operation", operation.json().raw()));
        if (isUnknown()) {
            history.lastError().ifPresent(error -> json.putRaw("error", ExceptionWriter.exception(error)));
        }
        return json.end();
    }

    @Override
    public String serviceName() {
        return outcome.name().service().name();
    }

    @Override
    public ExitCode exitCode() {
        if (isUnknown()) {
            return ExitCode.UNKNOWN;
        }
        return ended().map(condition::exitCode).orElse(ExitCode.STILL_RUNNING);
    }

    private String label() {
        return isUnknown() ? "UNKNOWN" : ended().map(WaitRow::label).orElse("STILL_RUNNING");
    }

    private static String label(Operation operation) {
        return operation.done() ? OperationFormatter.state(operation) : "REACHED";
    }

    private String note() {
        PollHistory history = outcome.history();
        return isUnknown()
                ? history.lastError().map(Throwable::getMessage).orElse("")
                : history.last().map(OperationFormatter::note).orElse("");
    }

    /** The snapshot that ended the wait. */
    private Optional<Operation> ended() {
        return outcome.operation().filter(operation -> outcome.kind() == WatchOutcome.Kind.DONE);
    }

    private boolean isUnknown() {
        return switch (outcome.kind()) {
            case DONE -> false;
            case TIMED_OUT -> !outcome.history().lastIsFresh();
            case UNREADABLE -> true;
        };
    }
}
