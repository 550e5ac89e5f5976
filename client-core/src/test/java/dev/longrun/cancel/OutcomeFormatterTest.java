// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.cancel.CancelOutcome.Kind;
import dev.longrun.error.Code;
import dev.longrun.error.Status;
import dev.longrun.operation.Operation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeFormatterTest {
    private static final Status STATUS = Status.of(Code.FAILED_PRECONDITION, "too late");

    private static CancelEvidence evidence(RequestStatus request, boolean acknowledged, Operation last) {
        return new CancelEvidence(
                request, acknowledged, 3, Duration.ofMillis(4250), last, Duration.ofMillis(4200), null, List.of());
    }

    private static String read(Kind kind, RequestStatus request, Operation last) {
        return CancelOutcome.read(Snapshots.NAME, kind, evidence(request, false, last))
                .describe();
    }

    private static String rejected(Kind kind) {
        return CancelOutcome.rejected(
                        Snapshots.NAME, kind, STATUS, evidence(RequestStatus.REJECTED, false, Snapshots.running()))
                .describe();
    }

    @Test
    void namesTheOutcomeTheRequestTheReadsAndTheTime() {
        assertThat(read(Kind.CANCELLED, RequestStatus.ACCEPTED, Snapshots.cancelled()))
                .isEqualTo(Snapshots.NAME + ": cancelled (request accepted, 3 reads, 4.3 s)");
    }

    @Test
    void tellsHowTheOperationEnded() {
        assertThat(read(Kind.COMPLETED_ANYWAY, RequestStatus.ACCEPTED, Snapshots.succeeded()))
                .contains(": completed anyway (");
        assertThat(read(Kind.FAILED_ANYWAY, RequestStatus.ACCEPTED, Snapshots.failed()))
                .contains(": failed anyway: ");
        assertThat(read(Kind.ALREADY_DONE, RequestStatus.NOT_SENT, Snapshots.succeeded()))
                .contains(": already done: it had succeeded (request not sent, ");
        assertThat(read(Kind.ALREADY_DONE, RequestStatus.REJECTED, Snapshots.cancelled()))
                .contains(": already done: it had been cancelled (request rejected, ");
    }

    @Test
    void ofAnEndThatTheServiceDoesNotTellSaysExactlyThis() {
        assertThat(read(Kind.ENDED, RequestStatus.ACCEPTED, Snapshots.ended()))
                .contains(": ended; the service does not tell whether cancelled or completed (request accepted, ");
        assertThat(read(Kind.ALREADY_DONE, RequestStatus.NOT_SENT, Snapshots.ended()))
                .contains(": already done: it had ended, cancelled or completed (");
        CancelOutcome outcome = CancelOutcome.read(
                Snapshots.NAME, Kind.ENDED, evidence(RequestStatus.ACCEPTED, true, Snapshots.ended()));
        assertThat(outcome.toJson()).contains("\"outcome\":\"ENDED\"").doesNotContain("lastReadMs");
        assertThat(outcome.status()).isEmpty();
        assertThat(outcome.isCancelled()).isFalse();
    }

    @Test
    void quotesARejection() {
        assertThat(rejected(Kind.NOT_CANCELLABLE))
                .contains(": not cancellable, runs on: FAILED_PRECONDITION (9): too late (");
        assertThat(rejected(Kind.NOT_FOUND)).contains(": not found: FAILED_PRECONDITION (9): too late (");
    }

    @Test
    void ofAnUnsupportedCancelListsWhatIsDocumented() {
        assertThat(rejected(Kind.UNSUPPORTED))
                .contains(
                        "; cancel is documented for /v1/{name=projects/*/locations/*/operations/*}:cancel (request rejected");
    }

    @Test
    void tellsWhetherTheServiceHasNotedTheCancel() {
        assertThat(CancelOutcome.read(
                                Snapshots.NAME,
                                Kind.STILL_RUNNING,
                                evidence(RequestStatus.AMBIGUOUS, true, Snapshots.running()))
                        .describe())
                .contains(": still running, the service has noted the cancel (request ambiguous, ");
    }

    @Test
    void asJsonHasTheFieldsOfTheCommand() {
        assertThat(CancelOutcome.read(
                                Snapshots.NAME,
                                Kind.CANCELLED,
                                evidence(RequestStatus.ACCEPTED, true, Snapshots.cancelled()))
                        .toJson())
                .startsWith("{\"schemaVersion\":2,\"name\":\"" + Snapshots.NAME + "\",\"service\":")
                .contains("\"outcome\":\"CANCELLED\",\"request\":\"ACCEPTED\",\"acknowledged\":true,\"polls\":3,"
                        + "\"elapsedMs\":4250,\"status\":{\"code\":1,")
                .contains("\"operation\":{")
                .doesNotContain("\n");
    }

    @Test
    void asJsonSaysWhenAnOperationThatMayHaveChangedWasRead() {
        assertThat(CancelOutcome.read(
                                Snapshots.NAME,
                                Kind.STILL_RUNNING,
                                evidence(RequestStatus.ACCEPTED, true, Snapshots.running()))
                        .toJson())
                .contains(",\"elapsedMs\":4250,\"lastReadMs\":4200,");
    }

    @Test
    void asJsonHasTheProgressInNumbers() {
        Operation last = Snapshots.read("{\"metadata\":{\"progressPercent\":40}}");
        assertThat(CancelOutcome.read(Snapshots.NAME, Kind.STILL_RUNNING, evidence(RequestStatus.ACCEPTED, true, last))
                        .toJson())
                .contains(",\"lastReadMs\":4200,\"progress\":{\"percent\":40},\"operation\":{");
    }
}
