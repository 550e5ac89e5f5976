// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Evenly spaced permits: one per 1/rate seconds. Unused permits are not accumulated, so there are no bursts, except for
 * 20 ms of lateness of a timer. Reads no clock; not thread-safe.
 */
final class SmoothRateLimiter {
    private static final long TIMER_LATENESS = TimeUnit.MILLISECONDS.toNanos(20);

    private final long interval;
    private long free;
    private boolean begun;

    SmoothRateLimiter(double perSecond) {
        interval = (long) Math.min(TimeUnit.SECONDS.toNanos(1) / perSecond, Long.MAX_VALUE / 4.0);
    }

    /** The time until the next permit; zero if there is one at {@code now}, in nanoseconds of a monotonic clock. */
    Duration untilNext(long now) {
        return begun && free - now > 0 ? Duration.ofNanos(free - now) : Duration.ZERO;
    }

    /** Takes the permit. */
    void take(long now) {
        long due = begun && now - free < TIMER_LATENESS ? free : now;
        free = due + interval;
        begun = true;
    }
}
