// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import dev.longrun.time.TimeSource;
import dev.longrun.time.TimeSource.Scheduled;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * What calls wait for, whether a thread is blocked by it or not. Each wait ends when its time is over, and all of them
 * when the client is closed, so that nobody is left hanging.
 */
final class CallTimers {
    private final TimeSource time;
    private final Executor callbacks;
    private final Set<Runnable> atClosing = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    CallTimers(TimeSource time, Executor callbacks) {
        this.time = time;
        this.callbacks = callbacks;
    }

    CompletableFuture<Boolean> of(Duration duration) {
        if (duration.isZero() || duration.isNegative()) {
            return CompletableFuture.completedFuture(true);
        }
        CompletableFuture<Boolean> pause = new CompletableFuture<>();
        endAfter(duration, true, pause);
        endOnClose(pause);
        return pause;
    }

    /** Ends {@code wait} so when it has not ended by then. */
    void endAfter(Duration duration, boolean end, CompletableFuture<Boolean> wait) {
        Scheduled alarm = time.schedule(duration, () -> callbacks.execute(() -> wait.complete(end)));
        wait.whenComplete((ended, cancelled) -> alarm.cancel());
    }

    /** Ends {@code wait} with false when the client is closed before it has ended. */
    void endOnClose(CompletableFuture<Boolean> wait) {
        Runnable end = () -> wait.complete(false);
        atClosing.add(end);
        wait.whenComplete((ended, cancelled) -> atClosing.remove(end));
        if (closed) {
            end.run();
        }
    }

    int open() {
        return atClosing.size();
    }

    boolean closed() {
        return closed;
    }

    void close() {
        closed = true;
        atClosing.forEach(Runnable::run);
    }
}
