// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import java.time.Duration;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A clock reading and what is due after it, earliest first; of two that are due together, the older. */
final class VirtualScheduler {

    /** A monitor waits for a millisecond at least; without one, closing is noticed after that long at most. */
    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(1);

    /** What is due that late is mostly a guard, to be rung only if all else has come to rest. */
    private static final long FAR = TimeUnit.SECONDS.toNanos(30);

    private static final long QUIET_BEFORE_FAR = TimeUnit.MILLISECONDS.toNanos(100);

    private final TreeSet<Due> dues = new TreeSet<>();
    private long nanos;
    private long sequence;
    private long touched = System.nanoTime();
    private boolean closed;

    synchronized long read() {
        touched = System.nanoTime();
        return nanos;
    }

    synchronized Due add(Duration delay, Runnable task) {
        Due due = new Due(after(delay), sequence++, task);
        touched = System.nanoTime();
        if (!closed) {
            dues.add(due);
            notifyAll();
        }
        return due;
    }

    synchronized void remove(Due due) {
        touched = System.nanoTime();
        dues.remove(due);
    }

    /** The moment that far from now, or the last moment there is. */
    synchronized long after(Duration delay) {
        Duration left = Duration.ofNanos(Long.MAX_VALUE - nanos);
        return delay.compareTo(left) >= 0 ? Long.MAX_VALUE : nanos + Math.max(0, delay.toNanos());
    }

    /** Takes the earliest that is due by the limit and moves the clock to it. */
    synchronized @Nullable Due takeBy(long limit) {
        if (dues.isEmpty() || dues.first().nanos > limit) {
            return null;
        }
        Due due = dues.first();
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

    /** Blocks until it is taken; false when it was dropped by {@link #close} instead. */
    synchronized boolean awaitTaken(Due due) throws InterruptedException {
        while (dues.contains(due)) {
            wait();
        }
        return !closed || nanos >= due.nanos;
    }

    /**
     * Blocks until something is due and nobody has touched the clock for that long, or longer before a far jump; false
     * when it was closed.
     */
    boolean awaitQuiet(Duration patience) throws InterruptedException {
        while (awaitDue()) {
            long left = untilQuiet(patience);
            if (left <= 0) {
                return true;
            }
            TimeUnit.NANOSECONDS.sleep(Math.min(left, GLANCE));
        }
        return false;
    }

    private synchronized boolean awaitDue() throws InterruptedException {
        while (dues.isEmpty() && !closed) {
            wait();
        }
        return !closed;
    }

    /** Takes the earliest and moves the clock to it, unless the quiet is over again. */
    synchronized @Nullable Due takeIfQuiet(Duration patience) {
        return untilQuiet(patience) <= 0 ? takeBy(Long.MAX_VALUE) : null;
    }

    private synchronized long untilQuiet(Duration patience) {
        boolean far = !dues.isEmpty() && dues.first().nanos - nanos >= FAR;
        long quiet = Math.max(patience.toNanos(), far ? QUIET_BEFORE_FAR : 0);
        return quiet - (System.nanoTime() - touched);
    }

    /** False when so many have not come by then, in real time. */
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

    record Due(long nanos, long sequence, Runnable task) implements Comparable<Due> {

        /** As the contract of Time has it, a failure is reported and harms no other task. */
        void run() {
            try {
                task.run();
            } catch (Throwable t) {
                Thread thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, t);
            }
        }

        @Override
        public int compareTo(Due other) {
            int byMoment = Long.compare(nanos, other.nanos);
            return byMoment != 0 ? byMoment : Long.compare(sequence, other.sequence);
        }
    }
}
