// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.time.TimeSource;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One timer, always set for the earliest moment that was asked for. Rings a slot apart at least, so that those who come
 * at the same time are found together.
 */
final class Alarm {
    private final TimeSource time;
    private final Runnable bell;
    private TimeSource.@Nullable Scheduled set;
    private long setFor;
    private long lastRing;

    Alarm(TimeSource time, Runnable bell) {
        this.time = time;
        this.bell = bell;
        this.lastRing = time.nanoTime() - Schedule.STEP;
    }

    /** Rings then, or earlier where an earlier moment is set already. */
    synchronized void set(OptionalLong at) {
        if (at.isEmpty()) {
            return;
        }
        long wanted = Math.max(at.getAsLong() - lastRing, Schedule.STEP) + lastRing;
        if (set != null && wanted - setFor >= 0) {
            return;
        }
        if (set != null) {
            set.cancel();
        }
        setFor = wanted;
        set = time.schedule(Duration.ofNanos(Math.max(0, wanted - time.nanoTime())), this::ring);
    }

    private void ring() {
        synchronized (this) {
            set = null;
            lastRing = time.nanoTime();
        }
        bell.run();
    }
}
