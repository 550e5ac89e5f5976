// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import java.time.Duration;

/**
 * Decides when an operation is read next. Pure. All times are nanoseconds.
 *
 * <p>The last read of a watch begins a margin before the deadline: as late as its response can still arrive. It may
 * fail, and then there is hardly time for another. So a snapshot from the {@linkplain #lastPart last part} of the time
 * is wanted too: a read is made where that part begins, and one that fails there is repeated when a third of what is
 * left has passed, as long as none has succeeded. Of ten seconds that makes room for fifteen reads.
 */
final class PollSchedule {
    /** No further read fits before the deadline. */
    static final long NEVER = Long.MAX_VALUE;

    /** Reads that are due within one slot are made together. */
    static final long SLOT = Duration.ofMillis(25).toNanos();

    private static final long LONGEST_MARGIN = Duration.ofSeconds(2).toNanos();
    private static final long LONGEST_LAST_PART = Duration.ofSeconds(10).toNanos();

    /** A last part of fewer margins is too short for more than one read. */
    private static final int FEWEST_MARGINS = 4;

    private static final long LONGEST_HINT = Duration.ofHours(1).toNanos();
    private static final long SHORTEST_RETRY = Duration.ofMillis(5).toNanos();

    private PollSchedule() {}

    /**
     * The time that is set aside for the last read.
     *
     * @param readTime what a read is expected to take at most
     * @return no less than a slot and no more than two seconds or a tenth of the timeout
     */
    static long margin(long readTime, long timeout) {
        long longest = Math.min(LONGEST_MARGIN, timeout / 10);
        return Math.min(longest, Math.max(SLOT, readTime));
    }

    /** The time before the deadline in which a snapshot is new enough to tell how the operation was at the deadline. */
    static long lastPart(long timeout) {
        return Math.min(LONGEST_LAST_PART, timeout / 10);
    }

    /** The delay before the first read. There is always one, even if it begins too late for its response. */
    static long first(long initialDelay, long remaining, long margin) {
        return Math.max(0, Math.min(initialDelay, remaining - margin));
    }

    /** The delay after a read that succeeded. A last read that was made is not repeated. */
    static long afterSnapshot(long interval, long remaining, long margin, long lastPart) {
        long latest = remaining - margin;
        if (lastPart >= FEWEST_MARGINS * margin && remaining > lastPart) {
            return Math.min(interval, untilLastPart(remaining, lastPart));
        }
        if (interval < latest) {
            return interval;
        }
        return latest >= SLOT ? latest : NEVER;
    }

    /**
     * The delay after a transient error. A last read that failed is repeated in half of the time that is left, as long
     * as a response could still arrive.
     *
     * @param hint the server's Retry-After, 0 without one; a shorter one than the interval is ignored, one longer than
     *     an hour counts as an hour
     * @param lastPart 0 if there is a snapshot from it
     */
    static long afterError(long interval, long hint, long remaining, long margin, long lastPart) {
        long dense = Math.max(untilLastPart(remaining, lastPart), remaining / 3);
        long pause = Math.max(Math.min(interval, dense), Math.min(hint, LONGEST_HINT));
        long latest = remaining - margin;
        if (pause < latest) {
            return pause;
        }
        if (latest >= SLOT) {
            return latest;
        }
        return hint < remaining && remaining / 2 >= SHORTEST_RETRY ? remaining / 2 : NEVER;
    }

    /** A slot into the last part, as a read may be made at the start of its slot. */
    private static long untilLastPart(long remaining, long lastPart) {
        return remaining - Math.max(0, lastPart - SLOT);
    }

    /**
     * When a read is made that is due at {@code due}: at the start of its slot, so that reads of one slot are made
     * together and none is late. Reads that are due at once are collected for one slot after the tick before.
     */
    static long slotted(long due, long now, long lastTick) {
        if (due <= now) {
            return Math.max(now, lastTick + SLOT);
        }
        long slot = due - Math.floorMod(due, SLOT);
        return slot > now ? slot : due;
    }

    /** A time and a duration; {@link #NEVER} if the sum is that far away. */
    static long sum(long time, long duration) {
        return duration >= NEVER - time ? NEVER : time + duration;
    }
}
