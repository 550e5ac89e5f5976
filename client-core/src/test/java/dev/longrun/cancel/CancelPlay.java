// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.cancel.CancelMachine.Action;
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
import java.util.List;
import java.util.Optional;

/** Plays events of one cancel to a {@link CancelMachine}, and keeps its state and its actions. The timeout is 20 s. */
final class CancelPlay {
    static final CancelOptions OPTIONS = CancelOptions.defaults().withTimeout(Duration.ofSeconds(20));

    CancelMachine machine = new CancelMachine(Snapshots.NAME, OPTIONS);
    CancelState state = CancelState.START;
    List<Action> actions = List.of();
    final List<Action> allActions = new ArrayList<>();
    Duration now = Duration.ZERO;

    /** Plays events, one word each; {@code @9} moves the clock to 9 s. */
    void play(String events) {
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
            case "ended" -> done(Snapshots.ended());
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
}
