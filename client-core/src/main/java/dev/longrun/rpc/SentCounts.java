// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import java.time.Duration;

/**
 * How many calls were sent around a time of the last sixteen seconds, counted in quarters of a second. A response may
 * come seconds after its call was sent, and tells of the rate at that time.
 *
 * <p>Times are nanoseconds of one monotonic clock. Not thread-safe.
 */
final class SentCounts {
    private static final long QUARTER = Duration.ofMillis(250).toNanos();
    private static final int IN_A_SECOND = 4;
    private static final int KEPT = 64;

    private final long origin;
    private final int[] counts = new int[KEPT];
    private long newest;

    SentCounts(long origin) {
        this.origin = origin;
    }

    void sent(long now) {
        long quarter = quarter(now);
        for (long passed = Math.max(newest + 1, quarter - KEPT + 1); passed <= quarter; passed++) {
            counts[index(passed)] = 0;
        }
        newest = Math.max(newest, quarter);
        if (quarter > newest - KEPT) {
            counts[index(quarter)]++;
        }
    }

    /** The most calls of any second that has this time; of any second at all if it is longer ago than is known. */
    int perSecond(long time) {
        long quarter = quarter(time);
        return quarter > newest - KEPT ? most(quarter - IN_A_SECOND + 1, quarter) : most(newest - KEPT + 1, newest);
    }

    /** The most calls of a second that begins in one of these quarters. */
    private int most(long first, long last) {
        int most = 0;
        for (long start = first; start <= last; start++) {
            int calls = 0;
            for (long quarter = start; quarter < start + IN_A_SECOND; quarter++) {
                calls += quarter > newest - KEPT && quarter <= newest ? counts[index(quarter)] : 0;
            }
            most = Math.max(most, calls);
        }
        return most;
    }

    private long quarter(long time) {
        return Math.floorDiv(time - origin, QUARTER);
    }

    private static int index(long quarter) {
        return Math.floorMod(quarter, KEPT);
    }
}
