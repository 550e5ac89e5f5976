// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import dev.longrun.cancel.CancelEvidence.Request;
import dev.longrun.cancel.OutcomeKind;
import java.time.Instant;

/** One line of a journal, as far as it matters for going on. */
sealed interface JournalEntry {
    JournalName name();

    /** It is among those that are to be cancelled. {@code number} counts from 1. */
    record Planned(JournalName name, Instant at, long number, long of) implements JournalEntry {}

    /** Its request is about to leave. */
    record Intent(JournalName name) implements JournalEntry {}

    /** Its request was answered. */
    record Answer(JournalName name, Request request) implements JournalEntry {}

    /** Nothing was asked for, this time. */
    record Failure(JournalName name) implements JournalEntry {}

    /** It is known what became of it. */
    record Verdict(JournalName name, OutcomeKind outcome) implements JournalEntry {}
}
