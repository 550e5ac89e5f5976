// SPDX-License-Identifier: Apache-2.0
package dev.longrun.okhttp;

import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import okhttp3.Call;

/**
 * Bounds the memory of the bodies that a transport reads at the same time. Small bodies are read freely; one that turns
 * out to be large needs a permit until its bytes are handed over, and waits for it at most as long as its call may
 * take. A call takes one permit at most, so that calls cannot block each other for good. Thread-safe.
 */
final class LargeBodies {
    private static final int SHARE = 8;
    private static final int MOST_CALLS = 64;
    private static final long SMALL_AT_LEAST = 64L << 10;
    private static final long SMALL_AT_MOST = 1L << 20;

    private final long small;
    private final Queue<CompletableFuture<Void>> waiting = new ArrayDeque<>();
    private int free;

    /**
     * @param permits how many large bodies are read at a time
     * @param small the number of bytes up to which a body is read without a permit
     */
    LargeBodies(int permits, long small) {
        this.free = permits;
        this.small = small;
    }

    /** An eighth of the heap for large bodies, though one at least, and an eighth for 64 small ones. */
    static LargeBodies ofHeap() {
        return ofHeap(Runtime.getRuntime().maxMemory());
    }

    static LargeBodies ofHeap(long bytes) {
        int permits = (int) Math.max(1, Math.min(MOST_CALLS, bytes / SHARE / LimitedBodyReader.LIMIT));
        return new LargeBodies(permits, Math.max(SMALL_AT_LEAST, Math.min(SMALL_AT_MOST, bytes / SHARE / MOST_CALLS)));
    }

    /** The number of bytes up to which a body is read without a permit. */
    long small() {
        return small;
    }

    /** The number of large bodies that can be read now. */
    synchronized int free() {
        return free;
    }

    /** The number of calls that wait for a permit. */
    synchronized long waiting() {
        return waiting.stream().filter(permit -> !permit.isDone()).count();
    }

    /**
     * Waits for a permit, which {@link #leave} gives back.
     *
     * @throws InterruptedIOException if the call times out or is cancelled before, or this thread is interrupted, which
     *     it stays
     */
    void enter(Call call) throws InterruptedIOException {
        CompletableFuture<Void> permit = request();
        CallEnd.cancels(permit, call);
        try {
            permit.get();
        } catch (CancellationException | ExecutionException ended) {
            throw abandoned("other large responses were read", ended);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            call.cancel();
            if (!permit.cancel(false)) {
                leave();
            }
            throw abandoned("interrupted", interrupted);
        }
    }

    private static InterruptedIOException abandoned(String message, Exception cause) {
        InterruptedIOException abandoned = new InterruptedIOException(message);
        abandoned.initCause(cause);
        return abandoned;
    }

    private synchronized CompletableFuture<Void> request() {
        CompletableFuture<Void> permit = new CompletableFuture<>();
        if (free > 0) {
            free--;
            permit.complete(null);
        } else {
            waiting.add(permit);
        }
        return permit;
    }

    /** Gives a permit back: to the oldest call that still waits. */
    synchronized void leave() {
        for (CompletableFuture<Void> next = waiting.poll(); next != null; next = waiting.poll()) {
            if (next.complete(null)) {
                return;
            }
        }
        free++;
    }
}
