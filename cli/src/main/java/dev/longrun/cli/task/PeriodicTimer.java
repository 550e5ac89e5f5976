// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.time.TimeSource;
import dev.longrun.time.TimeSource.Scheduled;
import java.time.Duration;
import java.util.Optional;

/** Runs a short task at regular intervals on the timer's thread, until it is closed. */
final class PeriodicTimer implements AutoCloseable {
    private final TimeSource time;
    private final Runnable task;
    private Scheduled next;
    private boolean closed;

    /** @param period empty for never */
    PeriodicTimer(TimeSource time, Optional<Duration> period, Runnable task) {
        this.time = time;
        this.task = task;
        this.next = period.map(this::schedule).orElse(() -> {});
    }

    private Scheduled schedule(Duration period) {
        return time.schedule(period, () -> tick(period));
    }

    private synchronized void tick(Duration period) {
        if (!closed) {
            task.run();
            next = schedule(period);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        next.cancel();
    }
}
