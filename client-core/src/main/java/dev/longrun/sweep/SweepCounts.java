// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a sweep found. An operation that several lists show counts once if it matches, otherwise each time.
 *
 * @param done ended, so never planned
 * @param running not done, whether they match or not
 * @param matched running, asked for, and this shard's
 * @param elsewhere running and asked for, but another shard's
 * @param byLocation {@code matched} by location, {@code (none)} for names that have none; at most 200 and
 *     {@code (others)}
 * @param byVerb {@code matched} by verb, {@code (not said)} where the service does not tell it; at most 200 and
 *     {@code (others)}
 */
public record SweepCounts(
        long done, long running, long matched, long elsewhere, Map<String, Long> byLocation, Map<String, Long> byVerb) {
    static final String NOT_SAID = "(not said)";
    static final String NO_LOCATION = "(none)";

    public SweepCounts {
        byLocation = Collections.unmodifiableMap(new TreeMap<>(byLocation));
        byVerb = Collections.unmodifiableMap(new TreeMap<>(byVerb));
    }

    /** Done or running. */
    public long seen() {
        return done + running;
    }
}
