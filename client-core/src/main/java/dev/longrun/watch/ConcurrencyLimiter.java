// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Begins requests in FIFO order, a bounded number at a time. Used by one thread at a time. */
final class ConcurrencyLimiter {
    private final int limit;
    private final Queue<BooleanSupplier> queued = new ArrayDeque<>();
    private final AtomicInteger inFlight = new AtomicInteger();

    ConcurrencyLimiter(int limit) {
        this.limit = limit;
    }

    /**
     * Begins the request now or once others have ended.
     *
     * @param request sends it and returns true, or returns false if it is no longer wanted; must not throw
     */
    void submit(BooleanSupplier request) {
        queued.add(request);
        beginQueued();
    }

    /** To be called once for each request that was sent, when it has ended. */
    void release() {
        inFlight.decrementAndGet();
        beginQueued();
    }

    private void beginQueued() {
        while (inFlight.get() < limit && !queued.isEmpty()) {
            if (queued.remove().getAsBoolean()) {
                inFlight.incrementAndGet();
            }
        }
    }

    /** From any thread. */
    int inFlight() {
        return inFlight.get();
    }

    /** Requests that are not wanted any more are dropped when their turn comes. */
    int queued() {
        return queued.size();
    }
}
