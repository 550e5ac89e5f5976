// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import dev.longrun.cancel.CancelOutcome;
import java.util.Optional;

/**
 * What a journal says of one name. Immutable.
 *
 * @param service such as {@code file.googleapis.com}
 * @param version of the API
 * @param name without the service
 * @param outcome the last one, final or not; empty if there is none
 * @param isAsked whether there is an intent, so that a request may have left
 * @param isFailed whether nothing was asked for, as {@link JournalIndex#counts} counts it
 */
public record JournalResult(
        String service,
        String version,
        String name,
        Optional<CancelOutcome.Kind> outcome,
        boolean isAsked,
        boolean isFailed) {

    static JournalResult of(JournalKey key, EntryState state) {
        return new JournalResult(
                key.service(),
                key.version(),
                key.value(),
                Optional.ofNullable(state.outcome()),
                state.begun(),
                !state.isSettled() && state.isFailed());
    }

    /** Whether there is a final outcome. */
    public boolean isSettled() {
        return outcome.filter(CancelOutcome.Kind::isFinal).isPresent();
    }

    /** Such as {@code //file.googleapis.com/projects/p/locations/l/operations/o}. */
    public String fullName() {
        return "//" + service + '/' + name;
    }
}
