// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.error.Status;
import dev.longrun.operation.Operation;

/** The note and the exit code of an outcome. */
final class OutcomePresenter {
    private OutcomePresenter() {}

    static ExitCode exitCode(CancelOutcome outcome) {
        return ExitCode.of(outcome.kind(), outcome.operation().map(Operation::state));
    }

    /** What the table says besides the kind. */
    static String note(CancelOutcome outcome) {
        String status = outcome.status().map(Status::describe).orElse("");
        return switch (outcome.kind()) {
            case CANCELLED ->
                outcome.evidence().requestStatus() == RequestStatus.AMBIGUOUS
                        ? "the response to the cancel was lost"
                        : "";
            case COMPLETED_ANYWAY ->
                outcome.operation()
                                .filter(operation ->
                                        operation.json().object("response").isPresent())
                                .isPresent()
                        ? ""
                        : "without a result";
            case FAILED_ANYWAY, NOT_FOUND -> status;
            case ENDED -> "cancelled or completed: the service does not tell which";
            case ALREADY_DONE ->
                outcome.operation().map(OutcomePresenter::ended).orElse("");
            case NOT_CANCELLABLE -> "runs on: " + status;
            case UNSUPPORTED ->
                status
                        + (outcome.documented().isEmpty()
                                ? "; the service documents no cancel"
                                : "; documented for " + String.join(", ", outcome.documented()));
            case STILL_RUNNING -> stillRunning(outcome);
            case UNKNOWN -> outcome.cause().map(Throwable::getMessage).orElse("");
        };
    }

    private static String ended(Operation operation) {
        return switch (operation.state()) {
            case RUNNING -> "";
            case SUCCEEDED -> "it had succeeded";
            case FAILED -> "it had failed: " + operation.status().orElseThrow().describe();
            case CANCELLED -> "it had been cancelled";
            case ENDED -> "it had ended, cancelled or completed";
        };
    }

    private static String stillRunning(CancelOutcome outcome) {
        String noted = outcome.evidence().acknowledged() ? "the service has noted the cancel" : "";
        String progress = outcome.operation().map(OperationFormatter::progress).orElse("");
        return progress + (progress.isEmpty() || noted.isEmpty() ? "" : "; ") + noted;
    }
}
