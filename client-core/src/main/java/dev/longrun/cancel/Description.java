// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.operation.Progress;
import java.time.Duration;
import java.util.Locale;

/** Says each outcome in one line. Never says that anything was undone. */
final class Description implements CancelOutcome.Cases<String> {

    @Override
    public String cancelled(CancelOutcome.Cancelled outcome) {
        return line(outcome, "cancelled");
    }

    @Override
    public String completedAnyway(CancelOutcome.CompletedAnyway outcome) {
        return line(
                outcome, "completed anyway" + (outcome.operation().response().isPresent() ? "" : ", without a result"));
    }

    @Override
    public String failedAnyway(CancelOutcome.FailedAnyway outcome) {
        return line(
                outcome,
                "failed anyway: " + outcome.operation().status().orElseThrow().describe());
    }

    @Override
    public String alreadyDone(CancelOutcome.AlreadyDone outcome) {
        String how = switch (outcome.operation().state()) {
            case RUNNING -> "running";
            case SUCCEEDED -> "it had succeeded";
            case FAILED ->
                "it had failed: " + outcome.operation().status().orElseThrow().describe();
            case CANCELLED -> "it had been cancelled";
        };
        return line(outcome, "already done: " + how);
    }

    @Override
    public String notCancellable(CancelOutcome.NotCancellable outcome) {
        return line(outcome, "not cancellable, runs on: " + outcome.status().describe());
    }

    @Override
    public String unsupported(CancelOutcome.Unsupported outcome) {
        String documented = outcome.documented().isEmpty()
                ? "; the service documents no cancel at all"
                : "; cancel is documented for " + String.join(", ", outcome.documented());
        return line(outcome, "cancel unsupported: " + outcome.status().describe() + documented);
    }

    @Override
    public String notFound(CancelOutcome.NotFound outcome) {
        return line(outcome, "not found: " + outcome.status().describe());
    }

    @Override
    public String stillRunning(CancelOutcome.StillRunning outcome) {
        String progress = outcome.operation()
                .info()
                .progress()
                .map(Progress::describe)
                .map(text -> " at " + text)
                .orElse("");
        String asked = outcome.evidence().acknowledged() ? ", the service has noted the cancel" : "";
        return line(outcome, "still running" + progress + asked);
    }

    @Override
    public String unknown(CancelOutcome.Unknown outcome) {
        return line(outcome, "unknown: " + outcome.cause().getMessage());
    }

    private static String line(CancelOutcome outcome, String what) {
        CancelEvidence evidence = outcome.evidence();
        return outcome.name() + ": " + what + " (request "
                + evidence.request().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", " + evidence.polls()
                + (evidence.polls() == 1 ? " read, " : " reads, ") + seconds(evidence.elapsed()) + ")";
    }

    private static String seconds(Duration elapsed) {
        return String.format(Locale.ROOT, "%.1f s", elapsed.toMillis() / 1000.0);
    }
}
