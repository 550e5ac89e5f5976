// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import java.util.concurrent.TimeUnit;

/**
 * The requests that the reads of one client may take before they are spread over more time: a token bucket of 30 a
 * second. A lone operation that is read every 40 ms stays within it. Used in the queue of {@link PollScheduler} only.
 */
final class ReadBudget {
    static final double PER_SECOND = 30;

    /** A debt that is paid in a second, however many requests were sent at once. */
    private static final double DEEPEST = -PER_SECOND;

    private double left = PER_SECOND;
    private long updated;

    /**
     * Requests were sent.
     *
     * @param now in nanoseconds, here and below
     */
    void take(double requests, long now) {
        left = Math.max(DEEPEST, left(now) - requests);
        updated = Math.max(updated, now);
    }

    /** How scarce requests are: 0 while half of a second's is left, 1 if none is. */
    double scarcity(long now) {
        return Math.max(0, Math.min(1, 1 - 2 * left(now) / PER_SECOND));
    }

    private double left(long now) {
        double earned = PER_SECOND * Math.max(0, now - updated) / TimeUnit.SECONDS.toNanos(1);
        return Math.min(PER_SECOND, left + earned);
    }
}
