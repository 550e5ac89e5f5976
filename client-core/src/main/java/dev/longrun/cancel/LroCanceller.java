// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.call.Futures;
import dev.longrun.operation.Operations;
import dev.longrun.service.OperationName;
import dev.longrun.time.TimeSource;
import dev.longrun.watch.OperationWatcher;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cancels operations and says what became of them.
 *
 * <pre>{@code
 * CancelOutcome outcome = client.canceller().cancel(name);
 * System.out.println(outcome.describe());
 * }</pre>
 *
 * <p>The request is sent, repeated where that is safe, and the operation is read until it is done or the time is over.
 * When the request's answer is lost, the operation is read all the same, and asked again while it runs as if nobody had
 * asked. To stop waiting, by an interrupt or by cancelling the future, takes nothing back. Thread-safe.
 *
 * <p>An exception means that nothing was asked for: never sent, not permitted, or turned away for its rate. Everything
 * else is an outcome. Only an interrupt tells neither: the waiting ends with a
 * {@link dev.longrun.error.NoResponseException}, and the request may have left by then.
 */
public final class LroCanceller {
    private static final Logger LOG = LoggerFactory.getLogger(LroCanceller.class);

    private final CancelTools tools;

    /**
     * @param callbacks runs everything that follows a timer or a response, callbacks of the application included
     * @param defaults of the cancels that are given no options
     */
    public LroCanceller(
            Operations operations,
            OperationWatcher watcher,
            TimeSource time,
            RandomGenerator random,
            Executor callbacks,
            CancelOptions defaults) {
        this.tools = new CancelTools(operations, watcher, time, random, callbacks, defaults);
    }

    /** As {@link #cancel(OperationName, CancelOptions)} with the client's options. */
    public CancelOutcome cancel(OperationName name) {
        return cancel(name, tools.defaults());
    }

    /**
     * Returns when the truth is known, or at the deadline.
     *
     * @throws dev.longrun.error.LongrunException where nothing was asked for, or this thread was interrupted
     */
    public CancelOutcome cancel(OperationName name, CancelOptions options) {
        return Futures.on(cancelAsync(name, options), name + " to be cancelled");
    }

    /** As {@link #cancelAsync(OperationName, CancelOptions)} with the client's options. */
    public CompletableFuture<CancelOutcome> cancelAsync(OperationName name) {
        return cancelAsync(name, tools.defaults());
    }

    /** As {@link #cancel(OperationName, CancelOptions)}; no thread is held between the reads. */
    public CompletableFuture<CancelOutcome> cancelAsync(OperationName name, CancelOptions options) {
        WriteAheadLog log =
                new BreakableLog(options.writeAheadLog(), thrown -> LOG.warn("the log of {} failed", name, thrown));
        return begin(name, options.withWriteAheadLog(log));
    }

    private CompletableFuture<CancelOutcome> begin(OperationName name, CancelOptions options) {
        return new CancelInProgress(tools, name, options).run();
    }

    /**
     * Cancels many, also endlessly many: names are taken as there is room for them, and results come as they get known.
     *
     * <p>A thread of the run reads the names, as their source may block. A name equal to one that is still in the
     * window is left out, as both ask the same question; one that comes later is asked anew, which is harmless.
     */
    public CancelBatch cancelAll(Iterator<? extends OperationName> names, BatchOptions options) {
        return new CancelBatch(this::begin, tools.time(), names, options);
    }

    /** As {@link #cancelAll(Iterator, BatchOptions)}. */
    public CancelBatch cancelAll(Iterable<? extends OperationName> names, BatchOptions options) {
        return cancelAll(names.iterator(), options);
    }

    /** As {@link #cancelAll(Iterator, BatchOptions)}; to close the stream is up to the caller. */
    public CancelBatch cancelAll(Stream<? extends OperationName> names, BatchOptions options) {
        return cancelAll(names.iterator(), options);
    }
}
