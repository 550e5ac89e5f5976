// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * When the next may begin, if so many may begin a second. Evenly spaced: time that nobody used is lost, but for the
 * moment by which a timer may be late. Pure but for its memory: the readings of a monotonic clock come in as arguments.
 */
final class Pace {
    private static final long TIMER_MAY_BE_LATE = TimeUnit.MILLISECONDS.toNanos(20);

    private final long interval;
    private long free;
    private boolean begun;

    Pace(double perSecond) {
        interval = (long) Math.min(TimeUnit.SECONDS.toNanos(1) / perSecond, Long.MAX_VALUE / 4.0);
    }

    /** How long until the next may begin; zero if it may now. */
    Duration untilNext(long now) {
        return begun && free - now > 0 ? Duration.ofNanos(free - now) : Duration.ZERO;
    }

    void begin(long now) {
        long due = begun && now - free < TIMER_MAY_BE_LATE ? free : now;
        free = due + interval;
        begun = true;
    }
}
