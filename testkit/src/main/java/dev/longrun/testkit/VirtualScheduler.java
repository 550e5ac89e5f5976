// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import java.time.Duration;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A clock and its tasks, by due time and then by age. Thread-safe. */
final class VirtualScheduler {

    /** The longest pause before {@link #awaitQuiet} looks again, in nanoseconds. */
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(1);

    /** A task that is due this much later is mostly a timeout, which must not run while a request is in flight. */
    private static final long FAR = TimeUnit.SECONDS.toNanos(30);

    private static final long QUIET_BEFORE_FAR = TimeUnit.MILLISECONDS.toNanos(100);

    /** While work is under way. Work that takes longer without using the clock is blocked, not busy. */
    private static final long QUIET_UNDER_WORK = TimeUnit.SECONDS.toNanos(1);

    private final WorkCount work = new WorkCount();
    private final TreeSet<DueTask> dues = new TreeSet<>();
    private long nanos;
    private long sequence;
    private long touched = System.nanoTime();
    private boolean closed;

    WorkCount work() {
        return work;
    }

    synchronized long read() {
        touched = System.nanoTime();
        return nanos;
    }

    synchronized DueTask add(Duration delay, Runnable task) {
        DueTask due = new DueTask(after(delay), sequence++, task);
        touched = System.nanoTime();
        if (!closed) {
            dues.add(due);
            notifyAll();
        }
        return due;
    }

    synchronized void remove(DueTask due) {
        touched = System.nanoTime();
        dues.remove(due);
    }

    /** The current time plus the delay, at most Long.MAX_VALUE. */
    synchronized long after(Duration delay) {
        Duration left = Duration.ofNanos(Long.MAX_VALUE - nanos);
        return delay.compareTo(left) >= 0 ? Long.MAX_VALUE : nanos + Math.max(0, delay.toNanos());
    }

    /** Removes the earliest task that is due by the limit and moves the clock to it. */
    synchronized @Nullable DueTask takeBy(long limit) {
        if (dues.isEmpty() || dues.first().nanos > limit) {
            return null;
        }
        DueTask due = dues.first();
        dues.remove(due);
        moveTo(due.nanos);
        return due;
    }

    synchronized void moveTo(long moment) {
        nanos = Math.max(nanos, moment);
        notifyAll();
    }

    synchronized int pending() {
        return dues.size();
    }

    /** Blocks until the task is removed. Returns false if {@link #close} removed it. */
    synchronized boolean awaitTaken(DueTask due) throws InterruptedException {
        while (dues.contains(due)) {
            wait();
        }
        return !closed || nanos >= due.nanos;
    }

    /**
     * Blocks until a task exists and the clock has not been used for {@code patience} of real time, or longer before a
     * far jump. Returns false after {@link #close}.
     */
    boolean awaitQuiet(Duration patience) throws InterruptedException {
        while (awaitDue()) {
            long left = untilQuiet(patience);
            if (left <= 0) {
                return true;
            }
            pause(Math.min(left, LONGEST_PAUSE));
        }
        return false;
    }

    /** A sleep of the JDK rounds up to a millisecond, and there are thousands of pauses. */
    private static void pause(long nanos) throws InterruptedException {
        LockSupport.parkNanos(nanos);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private synchronized boolean awaitDue() throws InterruptedException {
        while (dues.isEmpty() && !closed) {
            wait();
        }
        return !closed;
    }

    /** Removes the earliest task and moves the clock to it, unless the clock has been used in the meantime. */
    synchronized @Nullable DueTask takeIfQuiet(Duration patience) {
        return untilQuiet(patience) <= 0 ? takeBy(Long.MAX_VALUE) : null;
    }

    private synchronized long untilQuiet(Duration patience) {
        long now = System.nanoTime();
        return quietBeforeJump(patience) - Math.min(now - touched, now - work.changed());
    }

    /**
     * For how many nanoseconds of real time the clock and the count of work must be left alone before the next jump.
     */
    synchronized long quietBeforeJump(Duration patience) {
        boolean far = !dues.isEmpty() && dues.first().nanos - nanos >= FAR;
        boolean patient = far || !patience.isZero();
        long least = patient && work.any() ? QUIET_UNDER_WORK : far ? QUIET_BEFORE_FAR : 0;
        return Math.max(patience.toNanos(), least);
    }

    /** Blocks until that many tasks exist. Returns false after {@code patience} of real time. */
    synchronized boolean awaitPending(int count, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (dues.size() < count) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            wait(left / 1_000_000 + 1);
        }
        return true;
    }

    synchronized void close() {
        closed = true;
        dues.clear();
        notifyAll();
    }

    record DueTask(long nanos, long sequence, Runnable task) implements Comparable<DueTask> {

        /** Reports an exception to the uncaught-exception handler; other tasks still run. */
        void run() {
            try {
                task.run();
            } catch (Throwable t) {
                Thread thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, t);
            }
        }

        @Override
        public int compareTo(DueTask other) {
            int byMoment = Long.compare(nanos, other.nanos);
            return byMoment != 0 ? byMoment : Long.compare(sequence, other.sequence);
        }
    }
}
