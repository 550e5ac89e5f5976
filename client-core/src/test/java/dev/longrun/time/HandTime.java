// SPDX-License-Identifier: Apache-2.0
package dev.longrun.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A clock that a test moves by hand; what comes due on the way runs on the test's thread. A sleep on it is an error.
 */
public final class HandTime implements TimeSource {
    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    private final List<Due> dues = new ArrayList<>();
    private long nanos;

    public HandTime() {
        this(0);
    }

    /** @param nanos what {@link #nanoTime} begins with */
    public HandTime(long nanos) {
        this.nanos = nanos;
    }

    private record Due(long at, Runnable task) {}

    public void advance(Duration duration) {
        long end = nanos + duration.toNanos();
        while (true) {
            var next = dues.stream().min(Comparator.comparingLong(Due::at)).filter(due -> due.at() <= end);
            if (next.isEmpty()) {
                nanos = end;
                return;
            }
            dues.remove(next.get());
            nanos = Math.max(nanos, next.get().at());
            next.get().task().run();
        }
    }

    public int pending() {
        return dues.size();
    }

    @Override
    public Instant now() {
        return START.plusNanos(nanos);
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
        Due due = new Due(nanos + delay.toNanos(), task);
        dues.add(due);
        return () -> dues.remove(due);
    }
}
