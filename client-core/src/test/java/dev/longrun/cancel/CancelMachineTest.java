// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.cancel.CancelMachine.Action;
import dev.longrun.cancel.CancelState.Phase;
import dev.longrun.operation.DialectTables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of outcomes, row by row: what was seen, in words, and what it comes to. The timeout is 20 s. */
class CancelMachineTest {
    private final CancelPlay cancel = new CancelPlay();

    @ParameterizedTest
    @CsvSource({
        // accepted or ambiguous, then …
        "accepted cancelled,                     CANCELLED,        ACCEPTED",
        "accepted succeeded,                     COMPLETED_ANYWAY, ACCEPTED",
        "accepted failed,                        FAILED_ANYWAY,    ACCEPTED",
        "accepted ended,                         ENDED,            ACCEPTED",
        "lost timer ended,                       ENDED,            AMBIGUOUS",
        "accepted timeout-running,               STILL_RUNNING,    ACCEPTED",
        "accepted timeout-stale,                 UNKNOWN,          ACCEPTED",
        "accepted timeout-unread,                UNKNOWN,          ACCEPTED",
        "accepted timeout-none,                  UNKNOWN,          ACCEPTED",
        "accepted gone,                          UNKNOWN,          ACCEPTED",
        "accepted forbidden,                     UNKNOWN,          ACCEPTED",
        "lost timer cancelled,                   CANCELLED,        AMBIGUOUS",
        "lost timer succeeded,                   COMPLETED_ANYWAY, AMBIGUOUS",
        "lost timer gone,                        UNKNOWN,          AMBIGUOUS",
        "lost timer noted cancelled,             CANCELLED,        AMBIGUOUS",
        "lost timer running accepted cancelled,  CANCELLED,        ACCEPTED",
        "lost timer forbidden accepted forbidden, UNKNOWN,         ACCEPTED",
        "503 timer timeout-unread accepted failed, FAILED_ANYWAY,  ACCEPTED",
        // an ambiguous request, then a rejection: the reads tell
        "lost timer running 400 cancelled,       CANCELLED,        AMBIGUOUS",
        "lost timer running 400 timeout-running, STILL_RUNNING,    AMBIGUOUS",
        "lost timer running 404 gone,            UNKNOWN,          AMBIGUOUS",
        "lost timer running 501 succeeded,       COMPLETED_ANYWAY, AMBIGUOUS",
        "lost timer running 403 cancelled,       CANCELLED,        AMBIGUOUS",
        "lost timer running 429 timer running accepted cancelled, CANCELLED, ACCEPTED",
        "400-after-lost cancelled,               CANCELLED,        AMBIGUOUS",
        // rejected, and no request before that may have been taken
        "400 running,                            NOT_CANCELLABLE,  REJECTED",
        "400 succeeded,                          ALREADY_DONE,     REJECTED",
        "400 cancelled,                          ALREADY_DONE,     REJECTED",
        "400 timeout-unread,                     UNKNOWN,          REJECTED",
        "400 forbidden,                          UNKNOWN,          REJECTED",
        "400 gone,                               UNKNOWN,          REJECTED",
        "400 ended,                              ALREADY_DONE,     REJECTED",
        "404 gone,                               NOT_FOUND,        REJECTED",
        "404 running,                            NOT_CANCELLABLE,  REJECTED",
        "404 failed,                             ALREADY_DONE,     REJECTED",
        "404 timeout-unread,                     UNKNOWN,          REJECTED",
        "501 running,                            UNSUPPORTED,      REJECTED",
        "501 forbidden,                          UNSUPPORTED,      REJECTED",
        "501 timeout-unread,                     UNSUPPORTED,      REJECTED",
        "501 succeeded,                          ALREADY_DONE,     REJECTED",
        // turned away, and then …
        "429 timer accepted cancelled,           CANCELLED,        ACCEPTED",
        "unreachable timer 400 running,          NOT_CANCELLABLE,  REJECTED",
        "@18 429 succeeded,                      ALREADY_DONE,     NOT_SENT",
    })
    void outcomes(String events, CancelOutcome.Kind kind, RequestStatus status) {
        cancel.play("start none logged " + events);
        assertThat(cancel.actions).last().isEqualTo(Action.LOG_END);
        CancelOutcome outcome = cancel.state.outcome();
        assertThat(outcome.kind()).isEqualTo(kind);
        assertThat(outcome.evidence().requestStatus()).isEqualTo(status);
        cancel.play("logged");
        assertThat(cancel.actions).containsExactly(Action.FINISH);
        assertThat(cancel.state.outcome()).isSameAs(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "403,                         no",
        "@18 429 timeout-running,     'projects/p/locations/l/operations/o: nothing was asked for: throttled until the deadline, 1 request in 18 s; the operation was running when it was last read: no'",
        "@18 429 timeout-unread,      'projects/p/locations/l/operations/o: nothing was asked for: throttled until the deadline, 1 request in 18 s; the operation could not be read at the end: no'",
        "@19.5 unreachable timeout-running, 'projects/p/locations/l/operations/o: nothing was asked for: the service could not be reached until the deadline, 1 request in 19 s; the operation was running when it was last read: no connection'",
    })
    void failures(String events, String message) {
        cancel.play("start none logged " + events);
        assertThat(cancel.state.failure()).hasMessage(message);
        cancel.play("logged");
        assertThat(cancel.actions).containsExactly(Action.FINISH);
    }

    @Nested
    class BeforeTheRequest {

        @Test
        void theLogTakesTheIntent() {
            cancel.play("start");
            assertThat(cancel.actions).containsExactly(Action.ASK_LOG);
            cancel.play("none");
            assertThat(cancel.actions).containsExactly(Action.LOG_INTENT);
            cancel.play("logged");
            assertThat(cancel.actions).containsExactly(Action.SEND);
        }

        @ParameterizedTest
        @CsvSource({"start log-failed", "start none log-failed", "start none @20 timer", "start none @21 logged"})
        void nothingIsSentIfItDoesNot(String events) {
            cancel.play(events);
            assertThat(cancel.allActions).doesNotContain(Action.SEND).endsWith(Action.LOG_END);
            assertThat(cancel.state.failure()).isNotNull();
        }

        @ParameterizedTest
        @CsvSource({
            "succeeded, ALREADY_DONE",
            "failed, ALREADY_DONE",
            "ended, ALREADY_DONE",
            "gone, NOT_FOUND",
        })
        void aReadFirstMayMakeItUnnecessary(String read, CancelOutcome.Kind kind) {
            cancel.machine = new CancelMachine(Snapshots.NAME, CancelPlay.OPTIONS.withReadFirst(true));
            cancel.play("start none " + read);
            assertThat(cancel.state.outcome().kind()).isEqualTo(kind);
            assertThat(cancel.allActions).doesNotContain(Action.SEND, Action.LOG_INTENT);
        }

        @ParameterizedTest
        @CsvSource({"true", "false"})
        void aServiceWithoutCancelIsNotAsked(boolean strict) {
            cancel.machine = new CancelMachine(
                    DialectTables.COMPUTE, CancelPlay.OPTIONS.withStrict(strict).withReadFirst(true));
            cancel.play("start");
            assertThat(cancel.allActions).containsExactly(Action.LOG_END);
            assertThat(cancel.state.outcome().kind()).isEqualTo(CancelOutcome.Kind.UNSUPPORTED);
            assertThat(cancel.state.outcome().describe())
                    .contains("cancel unsupported: UNIMPLEMENTED (12): such names have no cancel, so nothing was sent;"
                            + " delete the resource that the operation makes")
                    .contains("`gcloud compute operations describe`")
                    .contains("; the service documents no cancel (request not sent, 0 reads");
        }

        @ParameterizedTest
        @CsvSource({"forbidden", "timeout-unread"})
        void aReadFirstThatFailsSendsNothing(String read) {
            cancel.machine = new CancelMachine(Snapshots.NAME, CancelPlay.OPTIONS.withReadFirst(true));
            cancel.play("start none " + read);
            assertThat(cancel.state.failure()).isNotNull();
            assertThat(cancel.allActions).doesNotContain(Action.SEND, Action.LOG_INTENT);
        }

        @ParameterizedTest
        @CsvSource({
            "previously-accepted cancelled,   CANCELLED",
            "previously-accepted gone,        UNKNOWN",
            "previously-accepted forbidden,   UNKNOWN",
            "previously-accepted timeout-unread, UNKNOWN",
            "previously-ambiguous timeout-unread, UNKNOWN",
            "previously-ambiguous forbidden,  UNKNOWN",
            "previously-ambiguous gone,       UNKNOWN",
            "previously-ambiguous running log-failed cancelled, CANCELLED",
            "previously-accepted running log-failed timeout-running, STILL_RUNNING",
            "previously-ambiguous running @20 timer,  STILL_RUNNING",
            "previously-ambiguous running @10 timer cancelled, CANCELLED",
            "previously-ambiguous running @10 timer timeout-unread, UNKNOWN",
            "previously-ambiguous succeeded,  COMPLETED_ANYWAY",
            "previously-rejected succeeded,   ALREADY_DONE",
            "previously-ambiguous running logged 400 timeout-running, STILL_RUNNING",
        })
        void whatAnEarlierProcessAskedForCounts(String events, CancelOutcome.Kind kind) {
            cancel.play("start " + events);
            assertThat(cancel.state.outcome().kind()).isEqualTo(kind);
        }

        @ParameterizedTest
        @CsvSource({
            "previously-accepted",
            "previously-ambiguous",
            "previously-rejected",
        })
        void isReadInAllOfTheTimeBeforeItIsAskedAgain(String previous) {
            cancel.play("start " + previous);
            assertThat(cancel.actions).containsExactly(Action.READ);
            assertThat(cancel.state.time()).isEqualTo(CancelPlay.OPTIONS.timeout());
            cancel.play("@20 timeout-unread");
            assertThat(cancel.allActions).doesNotContain(Action.LOG_INTENT, Action.SEND);
        }

        /** While it is waited for nothing is read, and what was read before grows old. */
        @Test
        void theLogMayTakeHalfOfTheTimeIfAnEarlierProcessAsked() {
            cancel.play("start previously-ambiguous @4 running");
            assertThat(cancel.actions).containsExactly(Action.LOG_INTENT);
            assertThat(cancel.state.time())
                    .isEqualTo(CancelPlay.OPTIONS.timeout().minusSeconds(4).dividedBy(2));
            cancel.play("@12 timer");
            assertThat(cancel.actions).containsExactly(Action.WATCH);
        }

        @Test
        void anEarlierRequestThatWasNotTakenIsNoReasonForAnOutcome() {
            cancel.play("start previously-rejected timeout-unread");
            assertThat(cancel.state.failure()).isNotNull();
        }
    }

    @Nested
    class Repetitions {

        @Test
        void followTheHintOfTheServiceUntilOnlyTheLastReadFits() {
            cancel.play("start none logged");
            List<Duration> sentAt = new ArrayList<>();
            for (int at = 0; cancel.state.phase() == Phase.SENDING; at += 3) {
                sentAt.add(cancel.now);
                cancel.play("429");
                if (cancel.state.phase() == Phase.PAUSING) {
                    assertThat(cancel.state.time()).isEqualTo(Duration.ofSeconds(3));
                    cancel.play("@" + (at + 3) + " timer");
                }
            }
            assertThat(sentAt)
                    .containsExactlyElementsOf(List.of(0, 3, 6, 9, 12, 15, 18).stream()
                            .map(Duration::ofSeconds)
                            .toList());
            assertThat(cancel.actions).containsExactly(Action.WATCH);
            assertThat(cancel.state.time()).isEqualTo(Duration.ofSeconds(2));
        }

        @Test
        void afterAnAmbiguousRequestLeaveHalfOfTheTimeToReads() {
            cancel.play("start none logged @9.8 lost");
            assertThat(cancel.actions).containsExactly(Action.LOG_RESPONSE, Action.WATCH);
            assertThat(cancel.state.time()).isEqualTo(Duration.ofMillis(10_200));
        }

        @Test
        void waitForAPermitWhileAReadStillFits() {
            cancel.play("start none @2 logged");
            assertThat(cancel.state.time()).isEqualTo(Duration.ofSeconds(17));
            cancel.play("@3 lost @4 timer @5 running");
            assertThat(cancel.actions).containsExactly(Action.SEND);
            assertThat(cancel.state.time()).isEqualTo(Duration.ofSeconds(10));
        }

        @Test
        void afterALateReadOfAnEarlierRequestEndAtTheDeadline() {
            cancel.play("start previously-ambiguous @19 running logged");
            assertThat(cancel.actions).containsExactly(Action.SEND);
            assertThat(cancel.state.time()).isEqualTo(Duration.ofSeconds(1));
        }

        @Test
        void endAfterEightAmbiguousRequests() {
            cancel.play("start none logged");
            for (int i = 0; i < 7; i++) {
                cancel.play("lost timer running");
                assertThat(cancel.actions).containsExactly(Action.SEND);
            }
            cancel.play("lost");
            assertThat(cancel.actions).containsExactly(Action.LOG_RESPONSE, Action.WATCH);
        }
    }

    @Nested
    class AnEventThatComesLate {

        @ParameterizedTest
        @MethodSource("dev.longrun.cancel.CancelMachineTest#notWaitedFor")
        void changesNothing(String events, String late) {
            cancel.play(events);
            CancelState before = cancel.state;
            cancel.play(late);
            assertThat(cancel.state).isSameAs(before);
            assertThat(cancel.actions).isEmpty();
        }

        @Test
        void afterTheCloseChangesNothing() {
            cancel.play("start none logged closed accepted");
            assertThat(cancel.state.phase()).isEqualTo(Phase.ENDED);
            assertThat(cancel.actions).isEmpty();
            assertThat(cancel.state.outcome()).isNull();
        }
    }

    static List<Object[]> notWaitedFor() {
        return Arrays.asList(new Object[][] {
            {"start none logged", "logged"},
            {"start none logged", "timer"},
            {"start none logged accepted", "timer"},
            {"start none logged accepted", "accepted"},
            {"start none logged lost", "running"},
            {"start none", "running"},
        });
    }

    @Test
    void strictModeSendsNothingWhereNoCancelIsDocumented() {
        cancel.machine = new CancelMachine(Snapshots.UNDOCUMENTED, CancelPlay.OPTIONS.withStrict(true));
        cancel.play("start");
        assertThat(cancel.state.outcome().kind()).isEqualTo(CancelOutcome.Kind.UNSUPPORTED);
        assertThat(cancel.state.outcome().documented())
                .containsExactly("/v1/{name=projects/*/locations/*/operations/*}:cancel");
    }

    @Test
    void withoutStrictModeTheRequestIsSentThere() {
        cancel.machine = new CancelMachine(Snapshots.UNDOCUMENTED, CancelPlay.OPTIONS);
        cancel.play("start none logged");
        assertThat(cancel.actions).containsExactly(Action.SEND);
    }

    @ParameterizedTest
    @CsvSource({
        "PT20S, 20",
        "PT1S, 4",
        "PT0.000000019S, 20",
        "PT0S, 2",
        "PT2562047788015215H30M7.999999999S, 20",
    })
    void aPartOfATimeIsExact(Duration time, int parts) {
        assertThat(CancelMachine.part(time, parts)).isEqualTo(time.dividedBy(parts));
    }
}
