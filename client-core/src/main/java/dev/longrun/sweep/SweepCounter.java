// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

import java.util.Map;
import java.util.TreeMap;

/** Counts while lists are read, in little memory whatever the lists hold. */
final class SweepCounter {
    private static final int MOST_KEYS = 200;
    private static final String OTHERS = "(others)";

    private final Map<String, Long> byLocation = new TreeMap<>();
    private final Map<String, Long> byVerb = new TreeMap<>();
    private long done;
    private long passedOver;
    private long elsewhere;
    private long matched;

    void done() {
        done++;
    }

    /** Runs, but is not asked for. */
    void running() {
        passedOver++;
    }

    /** Matches, but is another shard's. */
    void elsewhere() {
        elsewhere++;
    }

    void matched(PlannedOperation operation) {
        matched++;
        add(byLocation, operation.location());
        add(byVerb, operation.verb().orElse(SweepCounts.NOT_SAID));
    }

    SweepCounts counts() {
        return new SweepCounts(done, passedOver + elsewhere + matched, matched, elsewhere, byLocation, byVerb);
    }

    private static void add(Map<String, Long> counts, String key) {
        boolean room = counts.containsKey(key) || counts.size() < MOST_KEYS;
        counts.merge(room ? key : OTHERS, 1L, Long::sum);
    }
}
