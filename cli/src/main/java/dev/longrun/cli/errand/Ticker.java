// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.errand;

import dev.longrun.time.Time;
import dev.longrun.time.Time.Scheduled;
import java.time.Duration;

/** Calls at regular intervals until it is closed. */
final class Ticker implements AutoCloseable {
    private final Time time;
    private final Duration period;
    private final Runnable task;
    private Scheduled next;
    private boolean closed;

    Ticker(Time time, Duration period, Runnable task) {
        this.time = time;
        this.period = period;
        this.task = task;
        this.next = time.schedule(period, this::tick);
    }

    private synchronized void tick() {
        if (!closed) {
            task.run();
            next = time.schedule(period, this::tick);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        next.cancel();
    }
}
