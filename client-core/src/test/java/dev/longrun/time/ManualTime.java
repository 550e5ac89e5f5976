// SPDX-License-Identifier: Apache-2.0
package dev.longrun.time;

import java.time.Duration;
import java.time.Instant;

/** A clock that a test sets; it neither sleeps nor schedules. */
final class ManualTime implements Time {

    private long nanos;

    ManualTime(long nanos) {
        this.nanos = nanos;
    }

    void advance(Duration duration) {
        nanos += duration.toNanos();
    }

    @Override
    public Instant now() {
        return Instant.EPOCH.plusNanos(nanos);
    }

    @Override
    public long nanoTime() {
        return nanos;
    }

    @Override
    public void sleep(Duration duration) {
        throw new AssertionError("nothing here may sleep");
    }

    @Override
    public Scheduled schedule(Duration delay, Runnable task) {
        throw new AssertionError("nothing here may schedule");
    }
}
