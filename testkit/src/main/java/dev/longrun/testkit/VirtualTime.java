// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.testkit.VirtualScheduler.Due;
import dev.longrun.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A clock that moves only when told, so that an hour of polling is tested at once.
 *
 * <pre>{@code
 * VirtualTime time = VirtualTime.manual();
 * time.schedule(Duration.ofHours(1), () -> order.add("poll"));
 * time.advance(Duration.ofMinutes(59));    // order is empty
 * time.advance(Duration.ofMinutes(1));     // "poll" has run, on this thread
 * }</pre>
 *
 * <p>The {@linkplain #manual() manual} form moves by {@link #advance}; a thread that sleeps is parked until then. The
 * {@linkplain #autoAdvancing() auto-advancing} form jumps from one due moment to the next by itself, for a client that
 * talks to a real socket. In both, what is due earlier runs earlier, a sleeper counts as a task, and a cancelled task
 * never runs. Starts at 2026-01-01T00:00:00Z and at nanosecond 0. Thread-safe.
 */
public final class VirtualTime implements TimeSource, AutoCloseable {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration REAL_PATIENCE = Duration.ofSeconds(10);

    private final VirtualScheduler timeline = new VirtualScheduler();
    private final ReentrantLock stepping = new ReentrantLock();

    private VirtualTime() {}

    /** Stands still until {@link #advance}. */
    public static VirtualTime manual() {
        return new VirtualTime();
    }

    /**
     * Jumps to the earliest due task as soon as there is one and runs it on the daemon thread {@code virtual-time}.
     *
     * <p>It cannot know that a request is on its way: a guard such as "give up after five seconds" fires at once when
     * nothing else is due. Give the form with patience to code that sets such guards. To a task that is half a minute
     * away or more it jumps only when nobody has read or changed the clock for a tenth of a second in real time.
     */
    public static VirtualTime autoAdvancing() {
        return autoAdvancing(Duration.ZERO);
    }

    /**
     * Jumps only when nobody has read or changed this clock for that long in real time: twenty milliseconds outlast an
     * exchange with a server on the same machine.
     */
    public static VirtualTime autoAdvancing(Duration patience) {
        VirtualTime time = new VirtualTime();
        Thread thread = new Thread(() -> time.jump(patience), "virtual-time");
        thread.setDaemon(true);
        thread.start();
        return time;
    }

    @Override
    public Instant now() {
        return START.plusNanos(nanoTime());
    }

    @Override
    public long nanoTime() {
        return timeline.read();
    }

    /**
     * Moves the clock by that much and runs what comes due on the way, in order, on the calling thread. A task sees the
     * clock at its own due moment and may schedule more. Sleepers are woken, but not waited for.
     */
    public void advance(Duration duration) {
        stepping.lock();
        try {
            long limit = timeline.after(duration);
            for (Due due = timeline.takeBy(limit); due != null; due = timeline.takeBy(limit)) {
                due.run();
            }
            timeline.moveTo(limit);
        } finally {
            stepping.unlock();
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>A task that sleeps moves the clock at once: it runs on the thread that would have to wake it.
     *
     * @throws InterruptedException also when this clock is closed, since it will never move again
     */
    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before sleeping " + duration);
        }
        if (duration.isZero() || duration.isNegative()) {
            return;
        }
        if (stepping.isHeldByCurrentThread()) {
            advance(duration);
        } else {
            park(duration);
        }
    }

    @Override
    public Scheduled schedule(Duration delay, Runnable task) {
        Due due = timeline.add(delay, task);
        return () -> timeline.remove(due);
    }

    /** How many tasks and sleepers wait for their moment. */
    public int pending() {
        return timeline.pending();
    }

    /**
     * Blocks until that many tasks and sleepers wait, so that a test knows when the code under test has come to rest.
     *
     * @throws AssertionError when they are still fewer after ten seconds of real time
     */
    public void awaitPending(int count) throws InterruptedException {
        if (!timeline.awaitPending(count, REAL_PATIENCE)) {
            throw new AssertionError("expected %d tasks or sleepers to wait on this clock; after %d s there are %d"
                    .formatted(count, REAL_PATIENCE.toSeconds(), pending()));
        }
    }

    /** Forgets every task, now and later, and ends every sleep with an {@link InterruptedException}. */
    @Override
    public void close() {
        timeline.close();
    }

    private void park(Duration duration) throws InterruptedException {
        Due due = timeline.add(duration, () -> {});
        try {
            if (!timeline.awaitTaken(due)) {
                throw new InterruptedException("the virtual clock was closed during a sleep of " + duration);
            }
        } finally {
            timeline.remove(due);
        }
    }

    private void jump(Duration patience) {
        try {
            while (timeline.awaitQuiet(patience)) {
                jumpOnce(patience);
            }
        } catch (InterruptedException e) {
            close(); // whoever interrupts this thread ends the clock
        }
    }

    private void jumpOnce(Duration patience) {
        stepping.lock();
        try {
            Due due = timeline.takeIfQuiet(patience);
            if (due != null) {
                due.run();
            }
        } finally {
            stepping.unlock();
        }
    }
}
