// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who is due when, in steps of {@value #STEP_MILLIS} ms: to plan anew costs the same for ten targets and for a hundred
 * thousand, and those that are due together are found together. Rounded down, so that nobody is read late.
 *
 * <p>Times count from the first one given, as the readings of a monotonic clock mean nothing by themselves.
 */
final class Schedule {
    static final int STEP_MILLIS = 25;

    /** In nanoseconds: who is read may be read that much too early. */
    static final long STEP = STEP_MILLIS * 1_000_000L;

    private final long epoch;
    private final TreeMap<Long, Set<Target>> slots = new TreeMap<>();
    private final Map<Target, Long> slotOf = new HashMap<>();

    Schedule(long epoch) {
        this.epoch = epoch;
    }

    /** Plans a target, or plans it anew. */
    void put(Target target, long due) {
        remove(target);
        long slot = slot(due);
        slotOf.put(target, slot);
        slots.computeIfAbsent(slot, empty -> new LinkedHashSet<>()).add(target);
    }

    void remove(Target target) {
        Long slot = slotOf.remove(target);
        if (slot != null) {
            Set<Target> others = slots.getOrDefault(slot, Set.of());
            others.remove(target);
            if (others.isEmpty()) {
                slots.remove(slot);
            }
        }
    }

    /** Removes and returns those that are due. */
    List<Target> takeDue(long now) {
        List<Target> due = new ArrayList<>();
        while (!slots.isEmpty() && slots.firstKey() <= slot(now)) {
            due.addAll(slots.pollFirstEntry().getValue());
        }
        due.forEach(slotOf::remove);
        return due;
    }

    /** The start of the first slot that holds anyone. */
    OptionalLong next() {
        return slots.isEmpty() ? OptionalLong.empty() : OptionalLong.of(epoch + slots.firstKey() * STEP);
    }

    private long slot(long time) {
        return Math.floorDiv(time - epoch, STEP);
    }
}
