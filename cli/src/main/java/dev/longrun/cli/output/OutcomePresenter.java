// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.cancel.CancelEvidence;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.error.ApiException;
import dev.longrun.error.Status;
import dev.longrun.operation.Operation;
import java.util.Optional;

/**
 * An outcome as the command words it.
 *
 * @param label as in JSON and in the first column
 * @param status what the server said of it, where it said something
 * @param note what a reader of the table should know besides
 */
record OutcomePresenter(String label, ExitCode exitCode, Optional<Status> status, String note) {

    static OutcomePresenter of(CancelOutcome outcome) {
        return outcome.fold(new Wording());
    }

    private static OutcomePresenter of(String label, ExitCode exitCode, Status status, String note) {
        return new OutcomePresenter(label, exitCode, Optional.of(status), note);
    }

    private static final class Wording implements CancelOutcome.Cases<OutcomePresenter> {

        @Override
        public OutcomePresenter cancelled(CancelOutcome.Cancelled outcome) {
            Status status = outcome.operation().status().orElseThrow();
            return of("CANCELLED", ExitCode.OK, status, lost(outcome.evidence()));
        }

        @Override
        public OutcomePresenter completedAnyway(CancelOutcome.CompletedAnyway outcome) {
            String note = outcome.operation().response().isPresent() ? "" : "without a result";
            return new OutcomePresenter("COMPLETED_ANYWAY", ExitCode.ENDED_OTHERWISE, Optional.empty(), note);
        }

        @Override
        public OutcomePresenter failedAnyway(CancelOutcome.FailedAnyway outcome) {
            Status status = outcome.operation().status().orElseThrow();
            return of("FAILED_ANYWAY", ExitCode.ENDED_OTHERWISE, status, status.describe());
        }

        /** It does not run, which is what was asked for; how it ended is another matter. */
        @Override
        public OutcomePresenter alreadyDone(CancelOutcome.AlreadyDone outcome) {
            Operation operation = outcome.operation();
            String how = switch (operation.state()) {
                case RUNNING -> "";
                case SUCCEEDED -> "it had succeeded";
                case FAILED ->
                    "it had failed: " + operation.status().orElseThrow().describe();
                case CANCELLED -> "it had been cancelled";
            };
            return new OutcomePresenter("ALREADY_DONE", ExitCode.OK, operation.status(), how);
        }

        @Override
        public OutcomePresenter notCancellable(CancelOutcome.NotCancellable outcome) {
            Status status = outcome.status();
            return of("NOT_CANCELLABLE", ExitCode.ENDED_OTHERWISE, status, "runs on: " + status.describe());
        }

        @Override
        public OutcomePresenter unsupported(CancelOutcome.Unsupported outcome) {
            Status status = outcome.status();
            String documented = outcome.documented().isEmpty()
                    ? "; the service documents no cancel"
                    : "; documented for " + String.join(", ", outcome.documented());
            return of("UNSUPPORTED", ExitCode.ENDED_OTHERWISE, status, status.describe() + documented);
        }

        @Override
        public OutcomePresenter notFound(CancelOutcome.NotFound outcome) {
            Status status = outcome.status();
            return of("NOT_FOUND", ExitCode.ENDED_OTHERWISE, status, status.describe());
        }

        @Override
        public OutcomePresenter stillRunning(CancelOutcome.StillRunning outcome) {
            String noted = outcome.evidence().acknowledged() ? "the service has noted the cancel" : "";
            String progress = OperationFormatter.progress(outcome.operation());
            String gap = progress.isEmpty() || noted.isEmpty() ? "" : "; ";
            return new OutcomePresenter(
                    "STILL_RUNNING", ExitCode.STILL_RUNNING, Optional.empty(), progress + gap + noted);
        }

        @Override
        public OutcomePresenter unknown(CancelOutcome.Unknown outcome) {
            Optional<Status> status =
                    outcome.cause() instanceof ApiException api ? Optional.of(api.status()) : Optional.empty();
            String note = String.valueOf(outcome.cause().getMessage());
            return new OutcomePresenter("UNKNOWN", ExitCode.UNKNOWN, status, note);
        }

        private static String lost(CancelEvidence evidence) {
            return evidence.request() == CancelEvidence.RequestStatus.UNKNOWN
                    ? "the answer to the request was lost"
                    : "";
        }
    }
}
