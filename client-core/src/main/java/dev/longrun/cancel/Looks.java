// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.error.LongrunException;
import dev.longrun.operation.Operation;
import dev.longrun.watch.PollHistory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a cancel has read so far, by looks of its own and by a watch. To end as cancelled is to acknowledge, whatever
 * the metadata said.
 */
record Looks(int polls, boolean acknowledged, Optional<Operation> last, Optional<LongrunException> lastError) {

    static final Looks NONE = new Looks(0, false, Optional.empty(), Optional.empty());

    Looks read(Operation operation) {
        boolean said =
                operation.info().cancelRequested().orElse(false) || operation.state() == Operation.State.CANCELLED;
        return new Looks(polls + 1, acknowledged || said, Optional.of(operation), lastError);
    }

    Looks failed(LongrunException error) {
        return new Looks(polls + 1, acknowledged, last, Optional.of(error));
    }

    Looks watched(PollHistory history) {
        boolean stopped = history.last().map(Operation::state).orElse(null) == Operation.State.CANCELLED;
        return new Looks(
                polls + history.polls(),
                acknowledged || history.cancelSeen() || stopped,
                history.last().or(() -> last),
                history.lastError().or(() -> lastError));
    }

    CancelEvidence evidence(RequestStatus request, List<String> requestIds, Duration elapsed) {
        return new CancelEvidence(
                request, acknowledged, polls, elapsed, last.orElse(null), lastError.orElse(null), requestIds);
    }
}
