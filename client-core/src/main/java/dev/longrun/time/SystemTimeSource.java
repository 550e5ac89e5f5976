// SPDX-License-Identifier: Apache-2.0
package dev.longrun.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

final class SystemTimeSource implements TimeSource {

    static final SystemTimeSource INSTANCE = new SystemTimeSource();

    private final ScheduledThreadPoolExecutor timer;

    SystemTimeSource() {
        this(SystemTimeSource::timerThread);
    }

    /** @param threads makes the thread of the timer */
    SystemTimeSource(ThreadFactory threads) {
        timer = new ScheduledThreadPoolExecutor(1, threads) {
            @Override
            protected <V> RunnableScheduledFuture<V> decorateTask(Runnable task, RunnableScheduledFuture<V> future) {
                ((Entry) task).future = future;
                return future;
            }
        };
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(10, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true); // only while no task waits
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before sleeping " + duration);
        }
        TimeUnit.NANOSECONDS.sleep(Deadline.nanos(duration));
    }

    @Override
    public Scheduled schedule(Duration delay, Runnable task) {
        Entry entry = new Entry(task);
        try {
            timer.schedule(entry, Deadline.nanos(delay), TimeUnit.NANOSECONDS);
        } catch (Error noThread) {
            entry.cancel(); // it was queued
            throw noThread;
        }
        return entry;
    }

    /** Starts the thread early, while the system has one. */
    SystemTimeSource started() {
        try {
            timer.prestartCoreThread();
        } catch (Error noThread) {
            // The first task says so.
        }
        return this;
    }

    int pending() {
        return timer.getQueue().size();
    }

    private static Thread timerThread(Runnable work) {
        Thread thread = new Thread(work, "longrun-timer");
        thread.setDaemon(true);
        thread.setContextClassLoader(
                SystemTimeSource.class
                        .getClassLoader()); // not the one of the first caller, which it would keep in memory
        return thread;
    }

    private static final class Entry implements Runnable, Scheduled {
        private final Runnable task;
        private @Nullable Future<?> future; // set before it is queued

        Entry(Runnable task) {
            this.task = task;
        }

        @Override
        public void run() {
            try {
                task.run();
            } catch (Throwable t) { // otherwise lost in the future
                Thread thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, t);
            }
        }

        @Override
        public void cancel() {
            if (future != null) {
                future.cancel(false);
            }
        }
    }
}
