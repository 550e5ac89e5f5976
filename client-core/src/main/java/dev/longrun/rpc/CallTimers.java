// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import dev.longrun.time.TimeSource;
import dev.longrun.time.TimeSource.Scheduled;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Pauses and timeouts of calls. A wait ends when its time is over, when its future is cancelled, or when the client is
 * closed. Futures are completed by {@code callbacks}, never on the timer thread. Thread-safe.
 */
final class CallTimers {
    private final TimeSource time;
    private final Executor callbacks;
    private final Map<Object, CompletableFuture<Boolean>> open = new ConcurrentHashMap<>();
    private volatile boolean closed;

    CallTimers(TimeSource time, Executor callbacks) {
        this.time = time;
        this.callbacks = callbacks;
    }

    /** Completes with true after {@code duration}, or with false when the client is closed before. */
    CompletableFuture<Boolean> pause(Duration duration) {
        if (duration.isZero() || duration.isNegative()) {
            return CompletableFuture.completedFuture(true);
        }
        CompletableFuture<Boolean> pause = new CompletableFuture<>();
        endAfter(duration, true, pause);
        endOnClose(pause);
        return pause;
    }

    /** Completes {@code wait} with {@code value} after {@code duration}, unless it is complete by then. */
    void endAfter(Duration duration, boolean value, CompletableFuture<Boolean> wait) {
        Scheduled timer = time.schedule(duration, () -> callbacks.execute(() -> wait.complete(value)));
        wait.whenComplete((ended, cancelled) -> timer.cancel());
    }

    /** Completes {@code wait} with false when the client is closed, unless it is complete by then. */
    void endOnClose(CompletableFuture<Boolean> wait) {
        Object key = new Object();
        open.put(key, wait);
        wait.whenComplete((ended, cancelled) -> open.remove(key));
        if (closed) {
            wait.complete(false);
        }
    }

    int open() {
        return open.size();
    }

    boolean closed() {
        return closed;
    }

    void close() {
        closed = true;
        open.values().forEach(wait -> wait.complete(false));
    }
}
