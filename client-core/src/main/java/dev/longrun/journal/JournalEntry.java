// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.operation.Operation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of a journal, as far as a resume needs it. */
sealed interface JournalEntry {
    JournalKey name();

    /** The name is part of the plan. {@code number} counts from 1. */
    record Planned(JournalKey name, Instant at, long number, long of) implements JournalEntry {}

    /** A request is about to leave. */
    record Intent(JournalKey name) implements JournalEntry {}

    /** The status of the requests. */
    record Response(JournalKey name, RequestStatus status) implements JournalEntry {}

    /** Nothing was asked for. */
    record Failure(JournalKey name) implements JournalEntry {}

    /**
     * What became of the operation.
     *
     * @param state of the last snapshot; null if there is none
     */
    record Outcome(JournalKey name, CancelOutcome.Kind outcome, Operation.@Nullable State state)
            implements JournalEntry {}
}
