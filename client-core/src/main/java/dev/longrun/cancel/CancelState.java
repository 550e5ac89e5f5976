// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.error.LongrunException;
import dev.longrun.operation.Operation;
import dev.longrun.watch.PollHistory;
import dev.longrun.watch.WatchOutcome;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of one cancel. Immutable; {@link CancelMachine} makes each state from the one before.
 *
 * @param phase what the cancel waits for
 * @param requests how many requests were answered or failed
 * @param status what is known of the requests so far, those of an earlier process included
 * @param response to the newest request
 * @param requestIds of the requests that were answered with an error
 * @param time the length of the pause, or the limit of the request or read that the phase waits for
 */
record CancelState(
        Phase phase,
        int requests,
        RequestStatus status,
        @Nullable CancelResponse response,
        List<String> requestIds,
        Duration time,
        Reads reads,
        @Nullable CancelOutcome outcome,
        @Nullable LongrunException failure) {

    enum Phase {
        STARTING,
        /** The log is asked for the request of an earlier process. */
        ASKING_LOG,
        /** A read before the first request. */
        READING_FIRST,
        LOGGING_INTENT,
        /** A request is under way. */
        SENDING,
        /** The pause before another request. */
        PAUSING,
        /** A read before another request, because the one before may have been taken. */
        CHECKING,
        /** A read that tells why the request was rejected. */
        EXPLAINING,
        /** Reads until the operation has ended or the deadline. */
        WATCHING,
        /** The log is given the outcome or the failure. */
        LOGGING_END,
        ENDED;

        /** Whether no further request follows. */
        boolean isPastRequests() {
            return compareTo(EXPLAINING) >= 0;
        }
    }

    static final CancelState START = new CancelState(
            Phase.STARTING, 0, RequestStatus.NOT_SENT, null, List.of(), Duration.ZERO, Reads.NONE, null, null);

    CancelState in(Phase next, Duration limit) {
        return new CancelState(next, requests, status, response, requestIds, limit, reads, outcome, failure);
    }

    CancelState with(RequestStatus value) {
        return new CancelState(phase, requests, value, response, requestIds, time, reads, outcome, failure);
    }

    CancelState with(Reads value) {
        return new CancelState(phase, requests, status, response, requestIds, time, value, outcome, failure);
    }

    CancelState with(CancelResponse value, List<String> ids) {
        return new CancelState(phase, requests + 1, status, value, ids, time, reads, outcome, failure);
    }

    CancelState with(CancelOutcome value) {
        return new CancelState(Phase.LOGGING_END, requests, status, response, requestIds, time, reads, value, null);
    }

    CancelState with(LongrunException value) {
        return new CancelState(Phase.LOGGING_END, requests, status, response, requestIds, time, reads, null, value);
    }

    CancelEvidence evidence(Duration elapsed) {
        return new CancelEvidence(
                status,
                reads.acknowledged(),
                reads.polls(),
                elapsed,
                reads.last(),
                reads.lastReadAt(),
                reads.lastError(),
                requestIds);
    }

    /**
     * What one cancel has read so far.
     *
     * @param acknowledged whether a snapshot said that the service holds a cancel request or carried one out
     * @param fresh whether {@code last} tells how the operation is now ({@link PollHistory#lastIsFresh}), and is newer
     *     than the newest request
     * @param lastReadAt the time from the start of the cancel to {@code last}
     * @param lastError the newest read error, kept even if later reads succeeded
     */
    record Reads(
            int polls,
            boolean acknowledged,
            boolean fresh,
            @Nullable Operation last,
            @Nullable Duration lastReadAt,
            @Nullable LongrunException lastError) {
        static final Reads NONE = new Reads(0, false, false, null, null, null);

        /** @param elapsed from the start of the cancel to the end of the watch */
        Reads plus(WatchOutcome watched, Duration elapsed) {
            PollHistory history = watched.history();
            Operation newest = history.last().orElse(last);
            boolean stopped = newest != null && newest.state() == Operation.State.CANCELLED;
            return new Reads(
                    polls + history.polls(),
                    acknowledged || history.cancelSeen() || stopped,
                    history.polls() == 0 ? fresh : history.lastIsFresh(),
                    newest,
                    history.lastReadAt()
                            .map(elapsed.minus(history.elapsed())::plus)
                            .orElse(lastReadAt),
                    history.lastError().orElse(lastError));
        }

        /** A request is about to leave: no snapshot before it tells what the request did. */
        Reads beforeRequest() {
            return new Reads(polls, acknowledged, false, last, lastReadAt, lastError);
        }

        boolean saysRunning() {
            return fresh && last != null && !last.done();
        }
    }
}
