// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.journal.JournalEntry.Failure;
import dev.longrun.journal.JournalEntry.Intent;
import dev.longrun.journal.JournalEntry.Outcome;
import dev.longrun.journal.JournalEntry.Response;
import dev.longrun.operation.Operation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of one name after its lines so far. Pure: a state and a line make the next state.
 *
 * @param begun whether there is an intent
 * @param open whether the last intent has neither response nor failure, so that its request may have left
 * @param answered the strongest status of any response
 * @param outcome the last outcome; null if there is none
 * @param state of the operation at the last outcome; null if it is not known
 */
record EntryState(
        boolean begun,
        boolean open,
        RequestStatus answered,
        CancelOutcome.@Nullable Kind outcome,
        Operation.@Nullable State state) {
    static final EntryState NEW = new EntryState(false, false, RequestStatus.NOT_SENT, null, null);

    private static final List<RequestStatus> WEAKEST_FIRST =
            List.of(RequestStatus.NOT_SENT, RequestStatus.REJECTED, RequestStatus.AMBIGUOUS, RequestStatus.ACCEPTED);

    EntryState after(JournalEntry entry) {
        if (entry instanceof Intent) {
            return new EntryState(true, true, request(), outcome, state);
        } else if (entry instanceof Response response) {
            return new EntryState(begun, false, stronger(answered, response.status()), outcome, state);
        } else if (entry instanceof Failure) {
            return new EntryState(begun, false, answered, outcome, state);
        }
        return entry instanceof Outcome ended
                ? new EntryState(begun, open, answered, ended.outcome(), ended.state())
                : this;
    }

    /** What is known of the requests; empty if there is no intent. */
    Optional<RequestStatus> previousRequest() {
        return begun ? Optional.of(request()) : Optional.empty();
    }

    /** Whether there is a final outcome. */
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
