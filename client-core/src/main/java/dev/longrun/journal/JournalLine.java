// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import dev.longrun.json.JsonObject;
import java.util.Map;

/**
 * One line of a journal as it was written; {@link JournalIndex} has its fields. Immutable.
 *
 * @param number of the line, from 1
 * @param bytes its length with the line break
 * @param json the line; {@code at} is the time at which it was written, by the clock of the machine that wrote it
 */
public record JournalLine(long number, int bytes, JsonObject json) {

    /** The notes of the process that wrote the line, by their fields; see {@link CancelJournal#note}. */
    public Map<String, String> notes() {
        return JournalEncoder.notes(json);
    }
}
