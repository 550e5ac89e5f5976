// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.observe.Observers;
import dev.longrun.operation.Operations;
import dev.longrun.rpc.Futures;
import dev.longrun.service.OperationName;
import dev.longrun.time.TimeSource;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * Watches operations until they are done.
 *
 * <pre>{@code
 * Operation done = client.watcher().await(name, Duration.ofMinutes(10)).orElseThrow();
 * }</pre>
 *
 * <p>Any number of operations shares one timer and a bounded number of reads in flight; no thread is held between
 * reads. Watches of one operation share its reads. Operations of one parent are read by a list if that takes fewer
 * requests than a get each; an operation that the list does not show is read by a get, since a list proves no absence.
 * If the service binds {@code wait}, up to four operations at a time are waited for by the server.
 *
 * <p>A watch needs a name only, so it can be set up again after a crash. An interrupt, or cancelling the future, stops
 * the watch and its reads and changes nothing on the server. Thread-safe.
 */
public final class OperationWatcher implements AutoCloseable {
    private final PollScheduler scheduler;
    private final WatchOptions defaults;
    private final Observers observers;

    /**
     * For other implementations of {@link Operations}; a call of theirs that does not end within its timeout is ended a
     * second later.
     *
     * @param callbacks runs everything that follows a timer or a read, listeners included
     * @param defaults of the watches that are given no options
     */
    public OperationWatcher(
            Operations operations, TimeSource time, RandomGenerator random, Executor callbacks, WatchOptions defaults) {
        this(
                new PollRequests(operations, CallTimeouts.by(time)),
                time,
                random,
                callbacks,
                defaults,
                Observers.none(time));
    }

    /**
     * For the builder of a client, whose calls end by themselves: applications have no {@code Observers}.
     *
     * @param observers are told of each watch
     */
    @SuppressWarnings("exports") // wiring
    public OperationWatcher(
            Operations operations,
            TimeSource time,
            RandomGenerator random,
            Executor callbacks,
            WatchOptions defaults,
            Observers observers) {
        this(new PollRequests(operations, CallTimeouts.none()), time, random, callbacks, defaults, observers);
    }

    private OperationWatcher(
            PollRequests requests,
            TimeSource time,
            RandomGenerator random,
            Executor callbacks,
            WatchOptions defaults,
            Observers observers) {
        this(new PollScheduler(requests, time, random, callbacks, observers::context), defaults, observers);
    }

    private OperationWatcher(PollScheduler scheduler, WatchOptions defaults, Observers observers) {
        this.scheduler = scheduler;
        this.defaults = defaults;
        this.observers = observers;
    }

    /** As {@link #watch(OperationName, WatchOptions)} with the client's options. */
    public CompletableFuture<WatchOutcome> watch(OperationName name) {
        return watch(name, defaults);
    }

    /** As {@link #watch(OperationName)}, for {@code timeout} at most. */
    public CompletableFuture<WatchOutcome> watch(OperationName name, Duration timeout) {
        return watch(name, defaults.withTimeout(timeout));
    }

    /**
     * Watches until the operation is done, cannot be read any more, or the timeout has passed.
     *
     * <p>The future never completes exceptionally by itself. To stop the watch, cancel the future or give it a
     * {@link CompletableFuture#orTimeout}.
     */
    public CompletableFuture<WatchOutcome> watch(OperationName name, WatchOptions options) {
        return observers.watch(
                name,
                snapshots -> scheduler.watch(name, options.reporting(snapshots)),
                outcome -> outcome.kind().name());
    }

    /** As {@link #watch(OperationName)}, without a timeout. */
    public CompletableFuture<WatchOutcome> whenDone(OperationName name) {
        return watch(name, defaults.withoutTimeout());
    }

    /** As {@link #watch(OperationName)}, waiting for the outcome. */
    public WatchOutcome await(OperationName name) {
        return await(name, defaults);
    }

    /** As {@link #watch(OperationName, Duration)}, waiting for the outcome. */
    public WatchOutcome await(OperationName name, Duration timeout) {
        return await(name, defaults.withTimeout(timeout));
    }

    /** As {@link #watch(OperationName, WatchOptions)}, waiting for the outcome. */
    public WatchOutcome await(OperationName name, WatchOptions options) {
        return Futures.on(watch(name, options), name + " to be done");
    }

    /** The same watches, told to these observers: a cancel has watches that are a part of it. */
    @SuppressWarnings("exports") // wiring
    public OperationWatcher with(Observers others) {
        return new OperationWatcher(scheduler, defaults, others);
    }

    /** How many operations are watched, and how many requests were made and saved. */
    public WatcherStats stats() {
        return scheduler.stats();
    }

    /** Ends all watches at once as {@link WatchOutcome.Kind#UNREADABLE}; nothing changes on the server. */
    @Override
    public void close() {
        scheduler.close();
    }
}
