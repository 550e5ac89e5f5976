// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.journal.JournalEntry.Failure;
import dev.longrun.journal.JournalEntry.Intent;
import dev.longrun.journal.JournalEntry.Outcome;
import dev.longrun.journal.JournalEntry.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the lines about one name come to. Pure: a state and a line make the next state.
 *
 * @param begun whether there was ever an intent
 * @param open whether the last intent has neither answer nor failure, so that its request may have left
 * @param answered the most that any answer said of a request
 * @param outcome the last verdict, if there is one
 */
record EntryState(boolean begun, boolean open, RequestStatus answered, CancelOutcome.@Nullable Kind outcome) {
    static final EntryState NEW = new EntryState(false, false, RequestStatus.NOT_SENT, null);

    private static final List<RequestStatus> WEAKEST_FIRST =
            List.of(RequestStatus.NOT_SENT, RequestStatus.REJECTED, RequestStatus.AMBIGUOUS, RequestStatus.ACCEPTED);

    EntryState after(JournalEntry entry) {
        if (entry instanceof Intent) {
            return new EntryState(true, true, request(), outcome);
        } else if (entry instanceof Response response) {
            return new EntryState(begun, false, stronger(answered, response.status()), outcome);
        } else if (entry instanceof Failure) {
            return new EntryState(begun, false, answered, outcome);
        }
        return entry instanceof Outcome ended ? new EntryState(begun, open, answered, ended.outcome()) : this;
    }

    /** What is known of its request; empty if nothing was ever about to be asked. */
    Optional<RequestStatus> previousRequest() {
        return begun ? Optional.of(request()) : Optional.empty();
    }

    /** Whether there is nothing left to find out. */
    boolean isSettled() {
        return outcome != null && outcome.isFinal();
    }

    boolean isFailed() {
        return begun && !open && !isSettled() && answered == RequestStatus.NOT_SENT;
    }

    private RequestStatus request() {
        return open ? stronger(answered, RequestStatus.AMBIGUOUS) : answered;
    }

    private static RequestStatus stronger(RequestStatus one, RequestStatus other) {
        return WEAKEST_FIRST.indexOf(one) < WEAKEST_FIRST.indexOf(other) ? other : one;
    }
}
