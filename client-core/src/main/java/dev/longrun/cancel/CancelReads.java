// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.error.LongrunException;
import dev.longrun.operation.Operation;
import dev.longrun.watch.PollHistory;
import dev.longrun.watch.WatchOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What one cancel has read so far.
 *
 * @param acknowledged whether a snapshot said that the service holds a cancel request or carried one out
 * @param fresh whether {@code last} comes from the newest read, and that read is newer than the newest request
 * @param lastError the newest read error, kept even if later reads succeeded
 */
record CancelReads(
        int polls,
        boolean acknowledged,
        boolean fresh,
        @Nullable Operation last,
        @Nullable LongrunException lastError) {
    static final CancelReads NONE = new CancelReads(0, false, false, null, null);

    CancelReads plus(WatchOutcome watched) {
        PollHistory history = watched.history();
        Operation newest = history.last().orElse(last);
        boolean stopped = newest != null && newest.state() == Operation.State.CANCELLED;
        return new CancelReads(
                polls + history.polls(),
                acknowledged || history.cancelSeen() || stopped,
                history.polls() == 0 ? fresh : history.lastIsFresh(),
                newest,
                history.lastError().orElse(lastError));
    }

    /** A request is about to leave: no snapshot before it tells what the request did. */
    CancelReads beforeRequest() {
        return new CancelReads(polls, acknowledged, false, last, lastError);
    }

    boolean saysRunning() {
        return fresh && last != null && !last.done();
    }
}
