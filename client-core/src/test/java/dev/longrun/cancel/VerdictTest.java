// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cancel.CancelAnswer.Refused;
import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.error.ApiException;
import dev.longrun.error.Code;
import dev.longrun.error.LongrunException;
import dev.longrun.error.NoResponseException;
import dev.longrun.error.Status;
import dev.longrun.operation.Operation;
import dev.longrun.watch.PollHistory;
import dev.longrun.watch.WatchOutcome;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {
    private static final Status NO = Status.of(Code.FAILED_PRECONDITION, "no");
    private static final LongrunException LOST = new NoResponseException("the line is dead");

    private static Refused refused(Refused.Kind kind) {
        return new Refused(kind, NO, Optional.empty());
    }

    @Nested
    class AfterTheWatch {

        private static CancelOutcome done(Operation operation) {
            return Verdict.afterWatch(
                    WatchOutcome.done(Snapshots.NAME, PollHistory.none().plusSnapshot(operation, Duration.ZERO)),
                    Snapshots.evidence(RequestStatus.ACCEPTED));
        }

        @Test
        void theOperationsEndIsTheVerdict() {
            assertThat(done(Snapshots.cancelled())).isInstanceOf(CancelOutcome.Cancelled.class);
            assertThat(done(Snapshots.succeeded())).isInstanceOf(CancelOutcome.CompletedAnyway.class);
            assertThat(done(Snapshots.failed())).isInstanceOf(CancelOutcome.FailedAnyway.class);
        }

        @Test
        void whatCouldNotBeReadIsUnknown() {
            var watched = WatchOutcome.unreadable(Snapshots.NAME, LOST, PollHistory.none());
            assertThat(Verdict.afterWatch(watched, Snapshots.evidence(RequestStatus.ACCEPTED)))
                    .isInstanceOfSatisfying(
                            CancelOutcome.Unknown.class,
                            unknown -> assertThat(unknown.cause()).isSameAs(LOST));
        }
    }

    @Nested
    class AtTheDeadline {

        private static CancelOutcome deadline(
                Optional<Operation> last, Optional<LongrunException> lastError, boolean current) {
            PollHistory read = last.map(operation -> PollHistory.none().plusSnapshot(operation, Duration.ZERO))
                    .orElse(PollHistory.none());
            PollHistory history = lastError
                    .map(error ->
                            current ? read.plusCutOff(error, Duration.ZERO) : read.plusError(error, Duration.ZERO))
                    .orElse(read);
            return Verdict.afterWatch(
                    WatchOutcome.timedOut(Snapshots.NAME, history),
                    Snapshots.evidence(RequestStatus.ACCEPTED, last, lastError));
        }

        @Test
        void aSnapshotThatRunsIsStillRunning() {
            assertThat(deadline(Optional.of(Snapshots.running()), Optional.of(LOST), true))
                    .isInstanceOf(CancelOutcome.StillRunning.class);
        }

        @Test
        void oneThatLaterReadsCouldNotConfirmIsUnknown() {
            assertThat(deadline(Optional.of(Snapshots.running()), Optional.of(LOST), false))
                    .isInstanceOfSatisfying(CancelOutcome.Unknown.class, unknown -> {
                        assertThat(unknown.cause()).isSameAs(LOST);
                        assertThat(unknown.evidence().lastSnapshot()).isPresent();
                    });
        }

        @Test
        void noSnapshotAtAllIsUnknownForWhatTheReadsCameTo() {
            assertThat(deadline(Optional.empty(), Optional.of(LOST), false))
                    .isInstanceOfSatisfying(
                            CancelOutcome.Unknown.class,
                            unknown -> assertThat(unknown.cause()).isSameAs(LOST));
        }

        @Test
        void noReadAtAllIsUnknownForWantOfTime() {
            assertThat(deadline(Optional.empty(), Optional.empty(), false))
                    .isInstanceOfSatisfying(
                            CancelOutcome.Unknown.class,
                            unknown -> assertThat(unknown.cause())
                                    .hasMessage(Snapshots.NAME + ": the time was over before it could be read"));
        }
    }

    @Nested
    class AfterARefusal {
        private static final CancelEvidence EVIDENCE = Snapshots.evidence(RequestStatus.REFUSED);

        @ParameterizedTest
        @EnumSource(names = {"THIS_ONE", "NO_OPERATION"})
        void itsStateTellsWhy(Refused.Kind kind) {
            assertThat(Verdict.afterRefusal(refused(kind), Snapshots.cancelled(), EVIDENCE))
                    .isInstanceOf(CancelOutcome.AlreadyDone.class);
            assertThat(Verdict.afterRefusal(refused(kind), Snapshots.running(), EVIDENCE))
                    .isInstanceOfSatisfying(
                            CancelOutcome.NotCancellable.class,
                            outcome -> assertThat(outcome.status()).isEqualTo(NO));
        }

        @Test
        void aMethodThatDoesNotExistIsUnsupportedWhateverTheState() {
            Refused noMethod = refused(Refused.Kind.NO_METHOD);
            assertThat(Verdict.afterRefusal(noMethod, Snapshots.succeeded(), EVIDENCE))
                    .isInstanceOfSatisfying(
                            CancelOutcome.Unsupported.class,
                            outcome -> assertThat(outcome.documented())
                                    .containsExactly("/v1/{name=projects/*/locations/*/operations/*}:cancel"));
            assertThat(Verdict.afterRefusal(Snapshots.NAME, noMethod, LOST, EVIDENCE))
                    .isInstanceOf(CancelOutcome.Unsupported.class);
        }

        @Test
        void notFoundTwiceIsNotFoundAndOnceIsUnknown() {
            Refused missing = refused(Refused.Kind.NO_OPERATION);
            assertThat(Verdict.afterRefusal(Snapshots.NAME, missing, api(Code.NOT_FOUND), EVIDENCE))
                    .isInstanceOf(CancelOutcome.NotFound.class);
            assertThat(Verdict.afterRefusal(Snapshots.NAME, missing, api(Code.PERMISSION_DENIED), EVIDENCE))
                    .isInstanceOf(CancelOutcome.Unknown.class);
            assertThat(Verdict.afterRefusal(Snapshots.NAME, missing, LOST, EVIDENCE))
                    .isInstanceOf(CancelOutcome.Unknown.class);
        }

        @Test
        void aRefusalOfThisOneThatCannotBeReadIsUnknown() {
            assertThat(Verdict.afterRefusal(
                            Snapshots.NAME, refused(Refused.Kind.THIS_ONE), api(Code.NOT_FOUND), EVIDENCE))
                    .isInstanceOf(CancelOutcome.Unknown.class);
        }

        private static ApiException api(Code code) {
            return ApiException.builder("no", Status.of(code, "no"), code.httpStatus())
                    .build();
        }
    }
}
