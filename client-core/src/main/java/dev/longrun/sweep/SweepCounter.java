// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

import dev.longrun.name.Location;
import dev.longrun.sweep.SweepPlan.PlannedOperation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts operations while lists are read; the memory is bounded. Not thread-safe. */
final class SweepCounter {
    private static final int MOST_KEYS = 200;
    private static final String OTHERS = "(others)";

    private final Map<String, Long> byLocation = new TreeMap<>();
    private final Map<String, Long> byVerb = new TreeMap<>();
    private long done;
    private final Map<String, Long> leftOut = new LinkedHashMap<>();
    private long elsewhere;
    private long matched;
    private long unusable;

    void done() {
        done++;
    }

    /** Counts a running operation that a filter leaves out. */
    void leftOut(String reason) {
        leftOut.merge(reason, 1L, Long::sum);
    }

    /** Counts an operation that matches, but is of another shard. */
    void elsewhere() {
        elsewhere++;
    }

    void matched(PlannedOperation operation) {
        matched++;
        add(byLocation, operation.name().location().map(Location::id).orElse(SweepCounts.NO_LOCATION));
        add(byVerb, operation.verb().orElse(SweepCounts.NOT_SAID));
    }

    /** Counts an entry of a list that is no operation of its parent. */
    void unusable() {
        unusable++;
    }

    SweepCounts counts() {
        long passedOver = leftOut.values().stream().mapToLong(Long::longValue).sum();
        return new SweepCounts(
                done, passedOver + elsewhere + matched, matched, elsewhere, unusable, leftOut, byLocation, byVerb);
    }

    private static void add(Map<String, Long> counts, String key) {
        boolean room = counts.containsKey(key) || counts.size() < MOST_KEYS;
        counts.merge(room ? key : OTHERS, 1L, Long::sum);
    }
}
