// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.testkit.VirtualScheduler.DueTask;
import dev.longrun.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A {@link TimeSource} for tests: time moves only by {@link #advance}, or jumps to the next due task.
 *
 * <pre>{@code
 * VirtualTime time = VirtualTime.manual();
 * time.schedule(Duration.ofHours(1), () -> order.add("poll"));
 * time.advance(Duration.ofMinutes(59));    // order is empty
 * time.advance(Duration.ofMinutes(1));     // "poll" has run, on this thread
 * }</pre>
 *
 * <p>The {@linkplain #manual() manual} form moves by {@link #advance} only; a sleeping thread is parked until then. The
 * {@linkplain #autoAdvancing() auto-advancing} form jumps to the next due task by itself, for a client that talks to a
 * real socket. In both, tasks run in the order of their due times, a sleeping thread counts as a task, and a cancelled
 * task never runs. The clock starts at 2026-01-01T00:00:00Z and at nanosecond 0. Thread-safe.
 */
public final class VirtualTime implements TimeSource, AutoCloseable {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration REAL_PATIENCE = Duration.ofSeconds(10);

    private final VirtualScheduler timeline = new VirtualScheduler();
    private final ReentrantLock stepping = new ReentrantLock();
    private final Executor threads = new CountedThreads(timeline.work());

    private VirtualTime() {}

    /** A clock that moves by {@link #advance} only. */
    public static VirtualTime manual() {
        return new VirtualTime();
    }

    /**
     * A clock that jumps to the earliest task as soon as there is one and runs it on the daemon thread
     * {@code virtual-time}.
     *
     * <p>A timeout of five seconds fires at once if no other task is due earlier, even with requests in flight. Use
     * {@link #autoAdvancing(Duration)} for code with such timeouts. To a task that is 30 s away or more the clock jumps
     * only when nothing is under way and it has not been read or changed for 100 ms of real time. Under way are tasks
     * on the {@link #executor} and requests that a {@link FakeOperationsServer} with this clock is answering, unless
     * they wait for the clock. Work that does not use the clock for a second of real time is taken for blocked and does
     * not prevent the jump.
     */
    public static VirtualTime autoAdvancing() {
        return autoAdvancing(Duration.ZERO);
    }

    /**
     * A clock that makes no jump while work is under way, as {@link #autoAdvancing()} makes no far one, nor before it
     * has not been read or changed for {@code patience} of real time. For work that is not counted, 20 ms are longer
     * than an exchange with a server on the same machine.
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
     * Moves the clock and runs the tasks that become due, in order, on the calling thread. A task sees the clock at its
     * own due time and may schedule more tasks. Sleeping threads are woken; this method does not wait for them.
     */
    public void advance(Duration duration) {
        stepping.lock();
        try {
            long limit = timeline.after(duration);
            for (DueTask due = timeline.takeBy(limit); due != null; due = timeline.takeBy(limit)) {
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
     * <p>A task of this clock that sleeps moves the clock at once, because it runs on the thread that moves the clock.
     *
     * @throws InterruptedException also when this clock is closed
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
        DueTask due = timeline.add(delay, task);
        return () -> timeline.remove(due);
    }

    /**
     * Daemon threads for the client under test, by {@link dev.longrun.OperationsClientBuilder#executor}. Their tasks
     * are under way for an {@linkplain #autoAdvancing() auto-advancing} clock, so that a busy machine does not make the
     * client late. A task that sleeps on this clock is not under way while it sleeps.
     */
    public Executor executor() {
        return threads;
    }

    WorkCount work() {
        return timeline.work();
    }

    /** The number of tasks and sleeping threads that are not due yet. */
    public int pending() {
        return timeline.pending();
    }

    /**
     * Blocks until that many tasks and sleeping threads exist: the code under test has nothing to do until the clock
     * moves.
     *
     * @throws AssertionError if there are fewer after 10 s of real time
     */
    public void awaitPending(int count) throws InterruptedException {
        if (!timeline.awaitPending(count, REAL_PATIENCE)) {
            throw new AssertionError("expected %s tasks or sleeping threads on this clock; after %s s there are %s"
                    .formatted(count, REAL_PATIENCE.toSeconds(), pending()));
        }
    }

    /** Drops all tasks, present and future, and ends each sleep with an {@link InterruptedException}. */
    @Override
    public void close() {
        timeline.close();
    }

    private void park(Duration duration) throws InterruptedException {
        if (!CountedThreads.isCurrent()) {
            park(duration, () -> {});
            return;
        }
        WorkCount.Pause pause = work().pauseTask();
        try {
            park(duration, pause::end);
        } finally {
            pause.end();
        }
    }

    private void park(Duration duration, Runnable woken) throws InterruptedException {
        DueTask due = timeline.add(duration, woken);
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
            close(); // an interrupt of this thread ends the clock
        }
    }

    private void jumpOnce(Duration patience) {
        stepping.lock();
        try {
            DueTask due = timeline.takeIfQuiet(patience);
            if (due != null) {
                due.run();
            }
        } finally {
            stepping.unlock();
        }
    }
}
