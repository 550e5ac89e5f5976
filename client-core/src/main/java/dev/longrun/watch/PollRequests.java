// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.call.CallOptions;
import dev.longrun.call.RetryPolicy;
import dev.longrun.operation.ListRequest;
import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationPage;
import dev.longrun.operation.Operations;
import dev.longrun.service.OperationName;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Sends the requests of the watcher and counts them. Each is one attempt: the next read is the retry. A request that
 * cannot even begin has failed.
 */
final class PollRequests {
    /** What the server is asked to wait. */
    static final Duration WAIT = Duration.ofSeconds(15);

    /** What a server may be late with the end of a wait; then the connection is lost. */
    private static final Duration LATE = WAIT;

    /** A call needs a timeout, even if it is sent too late. */
    private static final long SHORTEST = Duration.ofMillis(1).toNanos();

    private final Operations operations;
    private final CallTimeouts timeouts;
    private final AtomicLong gets = new AtomicLong();
    private final AtomicLong pages = new AtomicLong();
    private final AtomicLong waits = new AtomicLong();
    private final AtomicLong replaced = new AtomicLong();

    PollRequests(Operations operations, CallTimeouts timeouts) {
        this.operations = operations;
        this.timeouts = timeouts;
    }

    /** A wait ends by itself after this time, in nanoseconds. */
    static long longestWait(OperationName name) {
        return name.longestWait(WAIT).plus(LATE).toNanos();
    }

    /** @param remaining what is left to the watch that is read for, in nanoseconds, here and below */
    CompletableFuture<Operation> get(OperationName name, long remaining) {
        gets.incrementAndGet();
        return begun(remaining, operations -> operations.getAsync(name));
    }

    CompletableFuture<Operation> await(OperationName name, long remaining) {
        waits.incrementAndGet();
        return begun(remaining, operations -> operations.waitAsync(name, WAIT));
    }

    CompletableFuture<OperationPage> list(ListRequest page, long remaining) {
        pages.incrementAndGet();
        return begun(remaining, operations -> operations.listAsync(page));
    }

    /** A list has shown an operation that would have been read by a get. */
    void replacedGet() {
        replaced.incrementAndGet();
    }

    /** From any thread. */
    WatcherStats stats(int watched, int inFlight) {
        return new WatcherStats(watched, inFlight, gets.get(), pages.get(), waits.get(), replaced.get() - pages.get());
    }

    private <T> CompletableFuture<T> begun(long remaining, Function<Operations, CompletableFuture<T>> request) {
        Duration timeout = Duration.ofNanos(Math.max(SHORTEST, remaining));
        CallOptions options = operations.options().withTimeout(timeout).withRetry(RetryPolicy.none());
        try {
            CompletableFuture<T> call = request.apply(operations.with(options));
            return timeouts.bound(Objects.requireNonNull(call, "no future"), timeout);
        } catch (Throwable refused) { // an Error too, such as no thread being left
            return CompletableFuture.failedFuture(refused);
        }
    }
}
