// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.error.Code;
import dev.longrun.error.NoResponseException;
import dev.longrun.error.Status;
import dev.longrun.operation.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One line for each outcome, word by word. */
class DescriptionTest {
    private static final String NAME = "projects/p/locations/l/operations/o: ";
    private static final CancelEvidence ACCEPTED = Snapshots.evidence(RequestStatus.ACCEPTED);
    private static final CancelEvidence REFUSED = Snapshots.evidence(RequestStatus.REFUSED);

    @Test
    void ofCancelled() {
        assertThat(new CancelOutcome.Cancelled(Snapshots.NAME, Snapshots.cancelled(), ACCEPTED).describe())
                .isEqualTo(NAME + "cancelled (request accepted, 3 reads, 4.3 s)");
    }

    @Test
    void ofCompletedAnyway() {
        assertThat(new CancelOutcome.CompletedAnyway(Snapshots.NAME, Snapshots.succeeded(), ACCEPTED).describe())
                .isEqualTo(NAME + "completed anyway (request accepted, 3 reads, 4.3 s)");
    }

    @Test
    void ofCompletedAnywayWithoutAResult() {
        var empty = Snapshots.read("{\"done\":true}");
        assertThat(new CancelOutcome.CompletedAnyway(Snapshots.NAME, empty, ACCEPTED).describe())
                .isEqualTo(NAME + "completed anyway, without a result (request accepted, 3 reads, 4.3 s)");
    }

    @Test
    void ofFailedAnyway() {
        assertThat(new CancelOutcome.FailedAnyway(Snapshots.NAME, Snapshots.failed(), ACCEPTED).describe())
                .isEqualTo(NAME + "failed anyway: INTERNAL (13): broke (request accepted, 3 reads, 4.3 s)");
    }

    @Test
    void ofAlreadyDone() {
        assertThat(alreadyDone(Snapshots.succeeded()))
                .isEqualTo(NAME + "already done: it had succeeded (request refused, 3 reads, 4.3 s)");
        assertThat(alreadyDone(Snapshots.failed()))
                .isEqualTo(
                        NAME + "already done: it had failed: INTERNAL (13): broke (request refused, 3 reads, 4.3 s)");
        assertThat(alreadyDone(Snapshots.cancelled()))
                .isEqualTo(NAME + "already done: it had been cancelled (request refused, 3 reads, 4.3 s)");
    }

    private static String alreadyDone(Operation operation) {
        return new CancelOutcome.AlreadyDone(Snapshots.NAME, operation, REFUSED).describe();
    }

    @Test
    void ofNotCancellable() {
        Status status = Status.of(Code.FAILED_PRECONDITION, "not this one");
        assertThat(new CancelOutcome.NotCancellable(Snapshots.NAME, status, REFUSED).describe())
                .isEqualTo(NAME + "not cancellable, runs on: FAILED_PRECONDITION (9): not this one"
                        + " (request refused, 3 reads, 4.3 s)");
    }

    @Test
    void ofUnsupported() {
        Status status = Status.of(Code.UNIMPLEMENTED, "");
        assertThat(new CancelOutcome.Unsupported(
                                Snapshots.NAME, status, List.of("/v1/a:cancel", "/v1/b:cancel"), REFUSED)
                        .describe())
                .isEqualTo(NAME + "cancel unsupported: UNIMPLEMENTED (12); cancel is documented for /v1/a:cancel,"
                        + " /v1/b:cancel (request refused, 3 reads, 4.3 s)");
        assertThat(new CancelOutcome.Unsupported(Snapshots.NAME, status, List.of(), REFUSED).describe())
                .isEqualTo(NAME + "cancel unsupported: UNIMPLEMENTED (12); the service documents no cancel at all"
                        + " (request refused, 3 reads, 4.3 s)");
    }

    @Test
    void ofNotFound() {
        Status status = Status.of(Code.NOT_FOUND, "gone");
        assertThat(new CancelOutcome.NotFound(Snapshots.NAME, status, REFUSED).describe())
                .isEqualTo(NAME + "not found: NOT_FOUND (5): gone (request refused, 3 reads, 4.3 s)");
    }

    @Test
    void ofStillRunning() {
        assertThat(new CancelOutcome.StillRunning(Snapshots.NAME, Snapshots.running(), ACCEPTED).describe())
                .isEqualTo(NAME + "still running (request accepted, 3 reads, 4.3 s)");
    }

    @Test
    void ofStillRunningAtSomePointAndWithTheCancelNoted() {
        var halfway = Snapshots.read("{\"metadata\":{\"progressPercent\":40}}");
        var noted = new CancelEvidence(
                RequestStatus.UNKNOWN, true, 1, Duration.ofSeconds(61), Optional.empty(), Optional.empty(), List.of());
        assertThat(new CancelOutcome.StillRunning(Snapshots.NAME, halfway, noted).describe())
                .isEqualTo(NAME + "still running at 40 %, the service has noted the cancel"
                        + " (request unknown, 1 read, 61.0 s)");
    }

    @Test
    void ofUnknown() {
        assertThat(new CancelOutcome.Unknown(Snapshots.NAME, new NoResponseException("the line is dead"), ACCEPTED)
                        .describe())
                .isEqualTo(NAME + "unknown: the line is dead (request accepted, 3 reads, 4.3 s)");
    }

    @Test
    void ofWhatWasNeverSent() {
        CancelEvidence nothing = Snapshots.evidence(RequestStatus.NOT_SENT);
        assertThat(new CancelOutcome.AlreadyDone(Snapshots.NAME, Snapshots.succeeded(), nothing).describe())
                .isEqualTo(NAME + "already done: it had succeeded (request not sent, 3 reads, 4.3 s)");
    }
}
