// SPDX-License-Identifier: Apache-2.0
package dev.longrun.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

final class SystemTimeSource implements TimeSource {

    static final SystemTimeSource INSTANCE = new SystemTimeSource();

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, SystemTimeSource::timerThread);

    SystemTimeSource() {
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(1, TimeUnit.SECONDS);
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
        Future<?> future = timer.schedule(() -> run(task), Deadline.nanos(delay), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    int pending() {
        return timer.getQueue().size();
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable t) { // otherwise lost in the future
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, t);
        }
    }

    private static Thread timerThread(Runnable work) {
        Thread thread = new Thread(work, "longrun-timer");
        thread.setDaemon(true);
        thread.setContextClassLoader(
                SystemTimeSource.class
                        .getClassLoader()); // not the one of the first caller, which it would keep in memory
        return thread;
    }
}
