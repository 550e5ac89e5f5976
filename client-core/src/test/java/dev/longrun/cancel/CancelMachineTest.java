// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.cancel.CancelMachine.Action;
import dev.longrun.cancel.CancelState.Phase;
import dev.longrun.error.ApiException;
import dev.longrun.error.Code;
import dev.longrun.error.ConfigurationException;
import dev.longrun.error.LongrunException;
import dev.longrun.error.NoResponseException;
import dev.longrun.error.Status;
import dev.longrun.error.UnreachableException;
import dev.longrun.operation.Operation;
import dev.longrun.watch.PollHistory;
import dev.longrun.watch.WatchOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of outcomes, row by row: what was seen, in words, and what it comes to. The timeout is 20 s. */
class CancelMachineTest {
    private static final CancelOptions OPTIONS = CancelOptions.defaults().withTimeout(Duration.ofSeconds(20));

    private CancelMachine machine = new CancelMachine(Snapshots.NAME, OPTIONS);
    private CancelState state = CancelState.START;
    private List<Action> actions = List.of();
    private final List<Action> allActions = new ArrayList<>();
    private Duration now = Duration.ZERO;

    /** Plays events, one word each; {@code @9} moves the clock to 9 s. */
    private void play(String events) {
        for (String word : events.split(" ")) {
            if (word.startsWith("@")) {
                now = Duration.ofMillis((long) (1000 * Double.parseDouble(word.substring(1))));
            } else {
                CancelMachine.Step step = machine.step(state, event(word));
                state = step.state();
                actions = step.actions();
                allActions.addAll(actions);
            }
        }
    }

    private CancelEvent event(String word) {
        return switch (word) {
            case "start" -> CancelEvent.of(CancelEvent.Type.STARTED, now);
            case "none" -> CancelEvent.previousKnown(null, now);
            case "previously-accepted" -> CancelEvent.previousKnown(RequestStatus.ACCEPTED, now);
            case "previously-ambiguous" -> CancelEvent.previousKnown(RequestStatus.AMBIGUOUS, now);
            case "previously-rejected" -> CancelEvent.previousKnown(RequestStatus.REJECTED, now);
            case "logged" -> CancelEvent.of(CancelEvent.Type.LOG_WRITTEN, now);
            case "log-failed" -> CancelEvent.logFailed(new ConfigurationException("the log failed"), now);
            case "timer" -> CancelEvent.of(CancelEvent.Type.TIMER, now);
            case "closed" -> CancelEvent.of(CancelEvent.Type.CLOSED, now);
            case "accepted" -> responded(null);
            case "lost" -> responded(new NoResponseException("lost"));
            case "503" -> responded(api(Code.UNAVAILABLE, 503).build());
            case "400" -> responded(api(Code.FAILED_PRECONDITION, 400).build());
            case "404" -> responded(api(Code.NOT_FOUND, 404).build());
            case "501" -> responded(api(Code.UNIMPLEMENTED, 501).build());
            case "403" -> responded(api(Code.PERMISSION_DENIED, 403).build());
            case "429" ->
                responded(api(Code.RESOURCE_EXHAUSTED, 429)
                        .retryAfter(Optional.of(Duration.ofSeconds(3)))
                        .build());
            case "400-after-lost" ->
                responded(api(Code.FAILED_PRECONDITION, 400)
                        .earlierAttemptAmbiguous(true)
                        .build());
            case "unreachable" -> responded(new UnreachableException("no connection"));
            default -> CancelEvent.read(watched(word), now);
        };
    }

    private CancelEvent responded(LongrunException failure) {
        return CancelEvent.responded(CancelResponse.of(failure), Duration.ofMillis(500), now);
    }

    private static ApiException.Builder api(Code code, int httpStatus) {
        return ApiException.builder("no", Status.of(code, "no"), httpStatus).hasApiErrorBody(true);
    }

    private static WatchOutcome watched(String word) {
        LongrunException busy = api(Code.UNAVAILABLE, 503).build();
        return switch (word) {
            case "running" -> done(Snapshots.running());
            case "noted" -> done(Snapshots.read("{\"metadata\":{\"cancelRequested\":true}}"));
            case "succeeded" -> done(Snapshots.succeeded());
            case "failed" -> done(Snapshots.failed());
            case "cancelled" -> done(Snapshots.cancelled());
            case "timeout-running" -> WatchOutcome.timedOut(Snapshots.NAME, history(Snapshots.running()));
            case "timeout-unread" ->
                WatchOutcome.timedOut(Snapshots.NAME, PollHistory.none().plusError(busy, now()));
            case "timeout-stale" ->
                WatchOutcome.timedOut(
                        Snapshots.NAME, history(Snapshots.running()).plusError(busy, now()));
            case "timeout-none" -> WatchOutcome.timedOut(Snapshots.NAME, PollHistory.none());
            case "gone" -> unreadable(Code.NOT_FOUND, 404);
            case "forbidden" -> unreadable(Code.PERMISSION_DENIED, 403);
            default -> throw new IllegalArgumentException(word);
        };
    }

    private static Duration now() {
        return Duration.ofSeconds(1);
    }

    private static PollHistory history(Operation operation) {
        return PollHistory.none().plusSnapshot(operation, now());
    }

    private static WatchOutcome done(Operation operation) {
        return WatchOutcome.done(Snapshots.NAME, history(operation));
    }

    private static WatchOutcome unreadable(Code code, int httpStatus) {
        ApiException cause = api(code, httpStatus).build();
        return WatchOutcome.unreadable(Snapshots.NAME, cause, PollHistory.none().plusError(cause, now()));
    }

    @ParameterizedTest
    @CsvSource({
        // accepted or ambiguous, then …
        "accepted cancelled,                     CANCELLED,        ACCEPTED",
        "accepted succeeded,                     COMPLETED_ANYWAY, ACCEPTED",
        "accepted failed,                        FAILED_ANYWAY,    ACCEPTED",
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
        play("start none logged " + events);
        assertThat(actions).last().isEqualTo(Action.LOG_END);
        CancelOutcome outcome = state.outcome();
        assertThat(outcome.kind()).isEqualTo(kind);
        assertThat(outcome.evidence().requestStatus()).isEqualTo(status);
        play("logged");
        assertThat(actions).containsExactly(Action.FINISH);
        assertThat(state.outcome()).isSameAs(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "403,                         no",
        "@18 429 timeout-running,     'projects/p/locations/l/operations/o: nothing was asked for: throttled until the deadline, 1 request in 18 s; the operation was running when it was last read: no'",
        "@18 429 timeout-unread,      'projects/p/locations/l/operations/o: nothing was asked for: throttled until the deadline, 1 request in 18 s; the operation could not be read at the end: no'",
        "@19.5 unreachable timeout-running, 'projects/p/locations/l/operations/o: nothing was asked for: the service could not be reached until the deadline, 1 request in 19 s; the operation was running when it was last read: no connection'",
    })
    void failures(String events, String message) {
        play("start none logged " + events);
        assertThat(state.failure()).hasMessage(message);
        play("logged");
        assertThat(actions).containsExactly(Action.FINISH);
    }

    @Nested
    class BeforeTheRequest {

        @Test
        void theLogTakesTheIntent() {
            play("start");
            assertThat(actions).containsExactly(Action.ASK_LOG);
            play("none");
            assertThat(actions).containsExactly(Action.LOG_INTENT);
            play("logged");
            assertThat(actions).containsExactly(Action.SEND);
        }

        @ParameterizedTest
        @CsvSource({"start log-failed", "start none log-failed", "start none @20 timer", "start none @21 logged"})
        void nothingIsSentIfItDoesNot(String events) {
            play(events);
            assertThat(allActions).doesNotContain(Action.SEND).endsWith(Action.LOG_END);
            assertThat(state.failure()).isNotNull();
        }

        @ParameterizedTest
        @CsvSource({
            "succeeded, ALREADY_DONE",
            "failed, ALREADY_DONE",
            "gone, NOT_FOUND",
        })
        void aReadFirstMayMakeItUnnecessary(String read, CancelOutcome.Kind kind) {
            machine = new CancelMachine(Snapshots.NAME, OPTIONS.withReadFirst(true));
            play("start none " + read);
            assertThat(state.outcome().kind()).isEqualTo(kind);
            assertThat(allActions).doesNotContain(Action.SEND, Action.LOG_INTENT);
        }

        @ParameterizedTest
        @CsvSource({"forbidden", "timeout-unread"})
        void aReadFirstThatFailsSendsNothing(String read) {
            machine = new CancelMachine(Snapshots.NAME, OPTIONS.withReadFirst(true));
            play("start none " + read);
            assertThat(state.failure()).isNotNull();
            assertThat(allActions).doesNotContain(Action.SEND, Action.LOG_INTENT);
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
            play("start " + events);
            assertThat(state.outcome().kind()).isEqualTo(kind);
        }

        @ParameterizedTest
        @CsvSource({
            "previously-accepted",
            "previously-ambiguous",
            "previously-rejected",
        })
        void isReadInAllOfTheTimeBeforeItIsAskedAgain(String previous) {
            play("start " + previous);
            assertThat(actions).containsExactly(Action.READ);
            assertThat(state.time()).isEqualTo(OPTIONS.timeout());
            play("@20 timeout-unread");
            assertThat(allActions).doesNotContain(Action.LOG_INTENT, Action.SEND);
        }

        /** While it is waited for nothing is read, and what was read before grows old. */
        @Test
        void theLogMayTakeHalfOfTheTimeIfAnEarlierProcessAsked() {
            play("start previously-ambiguous @4 running");
            assertThat(actions).containsExactly(Action.LOG_INTENT);
            assertThat(state.time()).isEqualTo(OPTIONS.timeout().minusSeconds(4).dividedBy(2));
            play("@12 timer");
            assertThat(actions).containsExactly(Action.WATCH);
        }

        @Test
        void anEarlierRequestThatWasNotTakenIsNoReasonForAnOutcome() {
            play("start previously-rejected timeout-unread");
            assertThat(state.failure()).isNotNull();
        }
    }

    @Nested
    class Repetitions {

        @Test
        void followTheHintOfTheServiceUntilOnlyTheLastReadFits() {
            play("start none logged");
            List<Duration> sentAt = new ArrayList<>();
            for (int at = 0; state.phase() == Phase.SENDING; at += 3) {
                sentAt.add(now);
                play("429");
                if (state.phase() == Phase.PAUSING) {
                    assertThat(state.time()).isEqualTo(Duration.ofSeconds(3));
                    play("@" + (at + 3) + " timer");
                }
            }
            assertThat(sentAt)
                    .containsExactlyElementsOf(List.of(0, 3, 6, 9, 12, 15, 18).stream()
                            .map(Duration::ofSeconds)
                            .toList());
            assertThat(actions).containsExactly(Action.WATCH);
            assertThat(state.time()).isEqualTo(Duration.ofSeconds(2));
        }

        @Test
        void afterAnAmbiguousRequestLeaveHalfOfTheTimeToReads() {
            play("start none logged @9.8 lost");
            assertThat(actions).containsExactly(Action.LOG_RESPONSE, Action.WATCH);
            assertThat(state.time()).isEqualTo(Duration.ofMillis(10_200));
        }

        @Test
        void waitForAPermitWhileAReadStillFits() {
            play("start none @2 logged");
            assertThat(state.time()).isEqualTo(Duration.ofSeconds(17));
            play("@3 lost @4 timer @5 running");
            assertThat(actions).containsExactly(Action.SEND);
            assertThat(state.time()).isEqualTo(Duration.ofSeconds(10));
        }

        @Test
        void afterALateReadOfAnEarlierRequestEndAtTheDeadline() {
            play("start previously-ambiguous @19 running logged");
            assertThat(actions).containsExactly(Action.SEND);
            assertThat(state.time()).isEqualTo(Duration.ofSeconds(1));
        }

        @Test
        void endAfterEightAmbiguousRequests() {
            play("start none logged");
            for (int i = 0; i < 7; i++) {
                play("lost timer running");
                assertThat(actions).containsExactly(Action.SEND);
            }
            play("lost");
            assertThat(actions).containsExactly(Action.LOG_RESPONSE, Action.WATCH);
        }
    }

    @Nested
    class AnEventThatComesLate {

        @ParameterizedTest
        @MethodSource("dev.longrun.cancel.CancelMachineTest#notWaitedFor")
        void changesNothing(String events, String late) {
            play(events);
            CancelState before = state;
            play(late);
            assertThat(state).isSameAs(before);
            assertThat(actions).isEmpty();
        }

        @Test
        void afterTheCloseChangesNothing() {
            play("start none logged closed accepted");
            assertThat(state.phase()).isEqualTo(Phase.ENDED);
            assertThat(actions).isEmpty();
            assertThat(state.outcome()).isNull();
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
        machine = new CancelMachine(Snapshots.UNDOCUMENTED, OPTIONS.withStrict(true));
        play("start");
        assertThat(state.outcome().kind()).isEqualTo(CancelOutcome.Kind.UNSUPPORTED);
        assertThat(state.outcome().documented())
                .containsExactly("/v1/{name=projects/*/locations/*/operations/*}:cancel");
    }

    @Test
    void withoutStrictModeTheRequestIsSentThere() {
        machine = new CancelMachine(Snapshots.UNDOCUMENTED, OPTIONS);
        play("start none logged");
        assertThat(actions).containsExactly(Action.SEND);
    }
}
