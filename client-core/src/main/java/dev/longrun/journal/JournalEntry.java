// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.cancel.CancelOutcome;
import java.time.Instant;

/** One line of a journal, as far as it matters for going on. */
sealed interface JournalEntry {
    JournalKey name();

    /** It is among those that are to be cancelled. {@code number} counts from 1. */
    record Planned(JournalKey name, Instant at, long number, long of) implements JournalEntry {}

    /** Its request is about to leave. */
    record Intent(JournalKey name) implements JournalEntry {}

    /** Its request was answered. */
    record Response(JournalKey name, RequestStatus status) implements JournalEntry {}

    /** Nothing was asked for, this time. */
    record Failure(JournalKey name) implements JournalEntry {}

    /** It is known what became of it. */
    record Outcome(JournalKey name, CancelOutcome.Kind outcome) implements JournalEntry {}
}
