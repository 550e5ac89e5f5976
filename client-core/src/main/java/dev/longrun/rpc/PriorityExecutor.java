// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import dev.longrun.rpc.CallRequest.Priority;
import dev.longrun.time.TimeSource;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Runs a bounded number of tasks at once: the most urgent priority first, and within a priority the oldest task.
 *
 * <p>Tasks run on daemon threads of its own, or on an executor of the application. A thread of its own is started only
 * if no idle one is left, and ends after a second without a task, or immediately when idle after {@link #close}.
 * Thread-safe; the lock is this object, and no task runs under it.
 */
final class PriorityExecutor {
    private static final long KEEP_ALIVE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** How many threads are left to others after the system has refused one. */
    private static final int SPARED = 4;

    private final Executor workers;
    private final int most;
    private final long keepAlive;
    private final TreeSet<Task> waiting = new TreeSet<>();
    private int size;
    private int running;
    private int idle;
    private long submitted;
    private boolean closed;

    private PriorityExecutor(Executor workers, int size, long keepAlive) {
        this.workers = workers;
        this.most = size;
        this.size = size;
        this.keepAlive = keepAlive;
    }

    /** On at most {@code size} daemon threads named {@code name-1}, {@code name-2}, … */
    static PriorityExecutor ofThreads(String name, int size) {
        AtomicInteger started = new AtomicInteger();
        return ofThreads(size, worker -> {
            Thread thread = new Thread(null, worker, name + "-" + started.incrementAndGet(), 0, false);
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** @param starter starts a thread, or throws an error where the system has none left */
    static PriorityExecutor ofThreads(int size, Executor starter) {
        return new PriorityExecutor(starter, size, KEEP_ALIVE_NANOS);
    }

    /** On the application's executor, at most {@code size} tasks at a time. */
    static PriorityExecutor on(Executor executor, int size) {
        return new PriorityExecutor(executor, size, 0);
    }

    /**
     * Runs {@code action} as soon as a thread is free, also after {@link #close}.
     *
     * @throws RejectedExecutionException if the application's executor rejects it
     */
    Task submit(Priority priority, Runnable action) {
        Task task;
        boolean startWorker;
        synchronized (this) {
            startWorker = waiting.size() >= idle && running < size;
            task = new Task(priority, submitted++, action, !startWorker && waiting.size() >= idle);
            waiting.add(task);
            if (startWorker) {
                running++;
            } else if (idle > 0) {
                notify();
            }
        }
        if (startWorker) {
            start(task);
        }
        return task;
    }

    /**
     * Where no further thread can be started, the others run the task; without any, it is rejected. Some of the others
     * end after their tasks, as the timer and the transport need threads too.
     */
    private void start(Task task) {
        try {
            workers.execute(this::work);
        } catch (RuntimeException | Error rejected) {
            boolean removed;
            synchronized (this) {
                running--;
                size = keepAlive == 0 ? size : Math.max(1, running - SPARED);
                removed = (running == 0 || keepAlive == 0) && waiting.remove(task);
            }
            if (removed) {
                throw new RejectedExecutionException("the executor rejected a task: " + rejected, rejected);
            }
        }
    }

    /** Takes a task that has not begun out of the queue. */
    synchronized void remove(Task task) {
        waiting.remove(task);
    }

    synchronized int waiting() {
        return waiting.size();
    }

    /** The number of threads, or of tasks of the application's executor. */
    synchronized int running() {
        return running;
    }

    synchronized int idle() {
        return idle;
    }

    private void work() {
        for (Task task = next(); task != null; task = next()) {
            try {
                task.action.run();
            } catch (Throwable unexpected) {
                Thread thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, unexpected);
            }
        }
    }

    private synchronized @Nullable Task next() {
        TimeSource clock = TimeSource.system(); // threads idle in real time, whatever the clock of a test says
        long idleSince = clock.nanoTime();
        if (running > size) {
            running--;
            return null;
        }
        while (waiting.isEmpty()) {
            long left = closed ? 0 : keepAlive - (clock.nanoTime() - idleSince);
            if (left <= 0 || !awaitTask(left)) {
                running--;
                size = most; // the load is over
                return null;
            }
        }
        return waiting.pollFirst();
    }

    /** False if the thread was interrupted, which ends it. */
    private boolean awaitTask(long nanos) {
        idle++;
        try {
            TimeUnit.NANOSECONDS.timedWait(this, nanos);
            return true;
        } catch (InterruptedException end) {
            return false;
        } finally {
            idle--;
        }
    }

    /** Ends idle threads. Tasks that are queued, or submitted later, still run. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** A submitted task. */
    static final class Task implements Comparable<Task> {
        private final Priority priority;
        private final long number;
        private final Runnable action;
        private final boolean queued;

        private Task(Priority priority, long number, Runnable action, boolean queued) {
            this.priority = priority;
            this.number = number;
            this.action = action;
            this.queued = queued;
        }

        /** Whether all threads were busy when it was submitted. */
        boolean queued() {
            return queued;
        }

        @Override
        public int compareTo(Task other) {
            int byPriority = priority.compareTo(other.priority);
            return byPriority != 0 ? byPriority : Long.compare(number, other.number);
        }
    }
}
