// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.call.Futures;
import dev.longrun.operation.Operations;
import dev.longrun.service.OperationName;
import dev.longrun.time.TimeSource;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/**
 * Waits for operations to be done.
 *
 * <pre>{@code
 * Operation done = client.watcher().await(name, Duration.ofMinutes(10)).orElseThrow();
 * }</pre>
 *
 * <p>However many are watched: one timer, a bounded number of reads in flight, no thread while nothing is read.
 * Watchers of the same operation share its reads. Operations of one parent are read by a list where that takes fewer
 * requests than a get each, and an operation that a list does not show is asked for by a get: absence proves nothing.
 * Where the service binds wait, a few operations at a time are waited for by the server itself.
 *
 * <p>A watch needs a name and nothing else, so after a crash it can be set up again from names. To stop waiting, by an
 * interrupt or by cancelling the future, touches nothing on the server. Thread-safe.
 */
public final class OperationWatcher implements AutoCloseable {
    private final PollEngine engine;

    public OperationWatcher(Operations operations, TimeSource time, RandomGenerator random) {
        this.engine = new PollEngine(operations, time, random);
    }

    /** Watches until {@code name} is done, cannot be read any more, or the time is over. */
    public CompletableFuture<WatchOutcome> watch(OperationName name, WatchOptions options) {
        return engine.watch(name, options);
    }

    /**
     * As {@link #watch} with {@link WatchOptions#untilDone()}: for hours, if it takes them. Cancel the future, or give
     * it a {@link CompletableFuture#orTimeout}, to stop waiting.
     */
    public CompletableFuture<WatchOutcome> whenDone(OperationName name) {
        return watch(name, WatchOptions.untilDone());
    }

    /** As {@link #watch}, waiting for the outcome. */
    public WatchOutcome await(OperationName name, WatchOptions options) {
        return Futures.on(watch(name, options), name + " to be done");
    }

    /** As {@link #await(OperationName, WatchOptions)} with the standard options, for {@code timeout} at most. */
    public WatchOutcome await(OperationName name, Duration timeout) {
        return await(name, WatchOptions.defaults().withTimeout(timeout));
    }

    /** What has been done so far, and how many requests were saved. */
    public WatcherStats counters() {
        return engine.counters();
    }

    /** Ends all watches at once, as {@link WatchOutcome.Lost}; nothing on the server changes. */
    @Override
    public void close() {
        engine.close();
    }
}
