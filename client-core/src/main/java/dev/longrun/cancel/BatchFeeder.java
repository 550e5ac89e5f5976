// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.service.OperationName;
import dev.longrun.time.TimeSource;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes names from the source of a batch while there is room and a permit, and begins their cancels. It runs on its
 * executor, one task at a time, and only the source and the log may block it: without room or a permit its task ends,
 * and {@link #wake} starts the next one.
 */
final class BatchFeeder implements Runnable {
    /** If the service slows the client down, few requests wait in its queue, where their time would run out. */
    private static final int MAX_UNANSWERED = 64;

    private final InFlightWindow window;
    private final Iterator<? extends OperationName> names;
    private final SmoothRateLimiter limiter; // of the task
    private final TimeSource time;
    private final ExecutorService executor;
    private final Consumer<OperationName> cancel;
    private final AtomicInteger unanswered = new AtomicInteger();

    /** The calls of {@link #wake} that no task has seen; more than zero while a task runs or the names have ended. */
    private final AtomicInteger wakes = new AtomicInteger();

    private @Nullable OperationName admitted; // of the task: a name that waits for its permit
    private volatile boolean timerArmed;
    private volatile TimeSource.@Nullable Scheduled timer;

    /**
     * @param executor for this batch alone; it is shut down when the names have ended
     * @param cancel begins the cancel of a name, and does not throw
     */
    BatchFeeder(
            InFlightWindow window,
            Iterator<? extends OperationName> names,
            double maxPerSecond,
            TimeSource time,
            ExecutorService executor,
            Consumer<OperationName> cancel) {
        this.window = window;
        this.names = names;
        this.limiter = new SmoothRateLimiter(maxPerSecond);
        this.time = time;
        this.executor = executor;
        this.cancel = cancel;
    }

    /** There may be room or a permit, or no name is wanted any more. */
    void wake() {
        if (wakes.getAndIncrement() == 0) {
            try {
                executor.execute(this);
            } catch (RejectedExecutionException closed) {
                // No name is wanted any more.
            } catch (Error noThread) { // at the first call, before any name is taken
                window.endOfNames(CancelFailures.noThread(noThread));
            }
        }
    }

    /** A cancel sends no further request. */
    void answered() {
        unanswered.decrementAndGet();
        wake();
    }

    /** Interrupts the source or the log. The window is closed before. */
    void close() {
        executor.shutdownNow();
        TimeSource.Scheduled armed = timer;
        if (armed != null) {
            armed.cancel();
        }
    }

    @Override
    public void run() {
        int seen;
        do {
            seen = wakes.get();
            if (!feed()) {
                executor.shutdown();
                return;
            }
        } while (!wakes.compareAndSet(seen, 0));
    }

    /** Returns false if the names have ended. */
    private boolean feed() {
        RuntimeException failure = null;
        try {
            while (window.wantsNames()) {
                if (admitted == null && !window.hasRoom()) {
                    return true;
                } else if (admitted == null && !names.hasNext()) {
                    break;
                }
                if (!feedOne(admitted == null ? names.next() : admitted)) {
                    return true;
                }
            }
        } catch (RuntimeException sourceFailed) {
            failure = sourceFailed;
        } catch (Throwable thrown) { // checked ones too: other languages do not declare them
            failure = new IllegalStateException("the source of names failed: " + thrown, thrown);
        }
        window.endOfNames(failure);
        return false;
    }

    /** Returns false if the name waits for a permit. */
    private boolean feedOne(OperationName name) {
        if (admitted == null && !window.admit(name)) {
            return true; // it is in the window
        }
        if (!takePermit()) {
            admitted = name;
            return false;
        }
        admitted = null;
        if (window.begin(name)) {
            cancel.accept(name);
        } else {
            answered();
        }
        return true;
    }

    private boolean takePermit() {
        if (unanswered.get() >= MAX_UNANSWERED) {
            return false;
        }
        long now = time.nanoTime();
        Duration wait = limiter.untilNext(now);
        if (wait.isZero()) {
            limiter.take(now);
            unanswered.incrementAndGet();
            return true;
        }
        if (!timerArmed) {
            timerArmed = true;
            timer = time.schedule(wait, this::permitIsDue);
        }
        return false;
    }

    private void permitIsDue() {
        timerArmed = false;
        wake();
    }

    /**
     * Evenly spaced permits: one per 1/rate seconds. Unused permits are not accumulated, so there are no bursts, except
     * for 20 ms of lateness of a timer. Reads no clock; not thread-safe.
     */
    static final class SmoothRateLimiter {
        private static final long TIMER_LATENESS = TimeUnit.MILLISECONDS.toNanos(20);

        private final long interval;
        private long free;
        private boolean begun;

        SmoothRateLimiter(double perSecond) {
            interval = (long) Math.min(TimeUnit.SECONDS.toNanos(1) / perSecond, Long.MAX_VALUE / 4.0);
        }

        /** The time until the next permit; zero if there is one at {@code now}, in nanoseconds of a monotonic clock. */
        Duration untilNext(long now) {
            return begun && free - now > 0 ? Duration.ofNanos(free - now) : Duration.ZERO;
        }

        /** Takes the permit. */
        void take(long now) {
            long due = begun && now - free < TIMER_LATENESS ? free : now;
            free = due + interval;
            begun = true;
        }
    }
}
