// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.error.Status;
import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationInfo;
import dev.longrun.text.SafeText;
import dev.longrun.wire.ExceptionWriter;
import dev.longrun.wire.JsonWriter;
import dev.longrun.wire.StatusWriter;
import java.time.Duration;

/** Writes an outcome as one line of text or of JSON. The texts never say that work was undone. */
final class OutcomeFormatter {
    private static final int SCHEMA_VERSION = 2;

    private OutcomeFormatter() {}

    static String line(CancelOutcome outcome) {
        CancelEvidence evidence = outcome.evidence();
        return name(outcome) + ": " + text(outcome) + " (request "
                + evidence.requestStatus().words() + ", " + evidence.polls()
                + (evidence.polls() == 1 ? " read, " : " reads, ")
                + seconds(evidence.elapsed()) + ")";
    }

    /** {@code 2.4 s}. A format string would load the data of locales, which takes longer than all else here. */
    private static String seconds(Duration elapsed) {
        long tenths = (elapsed.toMillis() + 50) / 100;
        return tenths / 10 + "." + tenths % 10 + " s";
    }

    /** Most names are printable ASCII: those load no class that escapes. */
    private static String name(CancelOutcome outcome) {
        String name = outcome.name().value();
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) < ' ' || name.charAt(i) > '~') {
                return SafeText.of(name);
            }
        }
        return name;
    }

    /** What is of a server is escaped where it is read from the status, the exception or the progress. */
    private static String text(CancelOutcome outcome) {
        return switch (outcome.kind()) {
            case CANCELLED -> "cancelled";
            case COMPLETED_ANYWAY -> "completed anyway" + (hasResponse(outcome) ? "" : ", without a result");
            case FAILED_ANYWAY -> "failed anyway: " + status(outcome);
            case ENDED -> "ended; the service does not tell whether cancelled or completed";
            case ALREADY_DONE -> "already done: " + how(outcome);
            case NOT_CANCELLABLE -> "not cancellable, runs on: " + status(outcome);
            case UNSUPPORTED -> "cancel unsupported: " + status(outcome) + documented(outcome);
            case NOT_FOUND -> "not found: " + status(outcome);
            case STILL_RUNNING -> "still running" + progress(outcome) + acknowledged(outcome);
            case UNKNOWN ->
                "unknown: " + outcome.cause().map(Throwable::getMessage).orElse("");
        };
    }

    private static String status(CancelOutcome outcome) {
        return outcome.status().map(Status::describe).orElse("");
    }

    private static boolean hasResponse(CancelOutcome outcome) {
        return outcome.operation()
                .filter(operation -> operation.json().object("response").isPresent())
                .isPresent();
    }

    private static String how(CancelOutcome outcome) {
        return outcome.operation()
                .map(operation -> switch (operation.state()) {
                    case RUNNING -> "running";
                    case SUCCEEDED -> "it had succeeded";
                    case FAILED ->
                        "it had failed: " + operation.status().orElseThrow().describe();
                    case CANCELLED -> "it had been cancelled";
                    case ENDED -> "it had ended, cancelled or completed";
                })
                .orElse("");
    }

    private static String documented(CancelOutcome outcome) {
        return outcome.documented().isEmpty()
                ? "; the service documents no cancel"
                : "; cancel is documented for " + String.join(", ", outcome.documented());
    }

    private static String progress(CancelOutcome outcome) {
        return outcome.operation()
                .map(Operation::info)
                .flatMap(info -> info.progress())
                .map(OperationInfo.Progress::describe)
                .map(text -> " at " + text)
                .orElse("");
    }

    private static String acknowledged(CancelOutcome outcome) {
        return outcome.evidence().acknowledged() ? ", the service has noted the cancel" : "";
    }

    static String json(CancelOutcome outcome) {
        CancelEvidence evidence = outcome.evidence();
        JsonWriter json = JsonWriter.object()
                .put("schemaVersion", SCHEMA_VERSION)
                .put("name", outcome.name().value())
                .put("service", outcome.name().service().name())
                .put("version", outcome.name().service().version());
        outcome.name().endpoint().ifPresent(endpoint -> json.put("endpoint", String.valueOf(endpoint)));
        json.put("outcome", outcome.kind().name())
                .put("request", evidence.requestStatus().name())
                .put("acknowledged", evidence.acknowledged())
                .put("polls", evidence.polls())
                .put("elapsedMs", evidence.elapsed().toMillis());
        if (!outcome.kind().isFinal()) {
            evidence.lastReadAt().ifPresent(at -> json.put("lastReadMs", at.toMillis()));
        }
        outcome.status().ifPresent(status -> json.putRaw("status", StatusWriter.status(status)));
        outcome.operation()
                .flatMap(read -> read.info().progress())
                .ifPresent(progress -> json.putRaw("progress", progress.toJson()));
        outcome.operation()
                .ifPresent(read -> json.putRaw("operation", read.json().raw()));
        outcome.cause().ifPresent(cause -> json.putRaw("error", ExceptionWriter.exception(cause)));
        return SafeText.json(json.end());
    }
}
