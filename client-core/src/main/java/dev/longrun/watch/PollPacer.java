// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.time.TimeSource;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Chooses the time until the next read, between the shortest and the longest of {@link WatchOptions#pollStretch}: when
 * the end is likely, or, if nothing is known of it, soon while requests are plenty and late while they are scarce. What
 * is known of the ends of operations is kept as long as the client. Used in the queue of {@link PollScheduler} only.
 */
final class PollPacer {
    /** While requests are plenty, a read is made if one operation of twenty has ended by then. */
    private static final double SHARE_OF_PLENTY = 0.05;

    /** While requests are scarce, a read should nearly always show the end. */
    private static final double SHARE_OF_SCARCITY = 0.8;

    /** More kinds of operations are learned as one. */
    private static final int MOST_KINDS = 1000;

    private final TimeSource time;
    private final ReadBudget budget = new ReadBudget();
    private final EndTimes others = new EndTimes();
    private final Map<String, EndTimes> kinds = new HashMap<>();

    PollPacer(TimeSource time) {
        this.time = time;
    }

    /**
     * The time until the next read, in nanoseconds.
     *
     * @param forecast of the end of the operation
     */
    long delay(long shortest, long longest, EndForecast forecast, long now) {
        double scarcity = budget.scarcity(now);
        double share = SHARE_OF_PLENTY + scarcity * (SHARE_OF_SCARCITY - SHARE_OF_PLENTY);
        long end = forecast.untilEnd(share, now);
        return end == PollSchedule.NEVER
                ? shortest + (long) (scarcity * (longest - shortest))
                : Math.max(shortest, Math.min(longest, end));
    }

    /** A read was sent, which takes so many requests; see {@link ReadStrategySelector}. */
    void sent(double requests, long now) {
        budget.take(requests, now);
    }

    /** How long operations of the kind run, to be told of further ends. */
    EndTimes endTimes(String kind) {
        boolean isFull = kinds.size() >= MOST_KINDS;
        return isFull ? kinds.getOrDefault(kind, others) : kinds.computeIfAbsent(kind, unknown -> new EndTimes());
    }

    Instant wallClock() {
        return time.now();
    }
}
