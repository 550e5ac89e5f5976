// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.observe.Observers;
import dev.longrun.operation.Operations;
import dev.longrun.rpc.ClientThreads;
import dev.longrun.rpc.Futures;
import dev.longrun.service.OperationName;
import dev.longrun.time.TimeSource;
import dev.longrun.watch.OperationWatcher;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Cancels operations and tells what became of them.
 *
 * <pre>{@code
 * CancelOutcome outcome = client.canceller().cancel(name);
 * System.out.println(outcome.describe());
 * }</pre>
 *
 * <p>A cancel sends the request, repeats it where that is safe, and reads the operation until it has ended or the
 * deadline. If the response to the request is lost, the operation is read, and the request is sent again only while the
 * operation runs without a sign of the cancel. An interrupt, cancelling the future or its timeout stop all requests of
 * the cancel and change nothing on the server.
 *
 * <p>A {@link dev.longrun.error.LongrunException} means that nothing was asked for: not sent, not permitted, or
 * throttled until the deadline. Everything else is an outcome. The exception for an interrupt is the only one after
 * which a request may have been sent.
 *
 * <p>Thread-safe. Futures complete on threads of the client, of which there are few: code that blocks belongs on an
 * executor of the application, as in {@code thenApplyAsync(…, executor)}.
 */
public final class LroCanceller {
    private final Operations operations;
    private final OperationWatcher watcher;
    private final TimeSource time;
    private final RandomGenerator random;
    private final Executor callbacks;
    private final CancelOptions defaults;
    private final Observers observers;

    /**
     * For the builder of a client: applications have no {@code Observers}.
     *
     * @param callbacks runs everything that follows a timer or a log
     * @param defaults for cancels without options of their own
     * @param observers are told of each cancel
     */
    @SuppressWarnings("exports") // wiring
    public LroCanceller(
            Operations operations,
            OperationWatcher watcher,
            TimeSource time,
            RandomGenerator random,
            Executor callbacks,
            CancelOptions defaults,
            Observers observers) {
        this.operations = operations;
        this.watcher = watcher.with(observers.withoutListeners());
        this.time = time;
        this.random = random;
        this.callbacks = callbacks;
        this.defaults = defaults;
        this.observers = observers;
    }

    /** As {@link #cancel(OperationName, CancelOptions)} with the client's options. */
    public CancelOutcome cancel(OperationName name) {
        return cancel(name, defaults);
    }

    /**
     * Cancels an operation and waits for its outcome, until the timeout in the options at most.
     *
     * @throws dev.longrun.error.LongrunException if nothing was asked for, or this thread is interrupted
     */
    public CancelOutcome cancel(OperationName name, CancelOptions options) {
        return Futures.on(cancelAsync(name, options), name + " to be cancelled");
    }

    /** As {@link #cancelAsync(OperationName, CancelOptions)} with the client's options. */
    public CompletableFuture<CancelOutcome> cancelAsync(OperationName name) {
        return cancelAsync(name, defaults);
    }

    /**
     * As {@link #cancel(OperationName, CancelOptions)}, without a thread that waits. A write-ahead log is asked for an
     * earlier request on this thread.
     */
    public CompletableFuture<CancelOutcome> cancelAsync(OperationName name, CancelOptions options) {
        return start(name, options, GuardedLog.Tracker.NONE);
    }

    private CompletableFuture<CancelOutcome> start(
            OperationName name, CancelOptions options, GuardedLog.Tracker tracker) {
        return observers.cancel(
                name,
                snapshots ->
                        new CancelTask(this, name, options.reporting(snapshots), tracker, observers.context()).start(),
                outcome -> outcome.kind().name());
    }

    /**
     * Cancels any number of operations, also without end: a thread of the batch takes names while there is room for
     * them, and results come in the order in which they are known. The source of names may block.
     *
     * <p>A name that is equal to one in the window is left out.
     */
    public CancelBatch cancelAll(Iterator<? extends OperationName> names, BatchOptions options) {
        return cancelAll(names, options, ClientThreads.single("longrun-batch"));
    }

    /** @param feeding as of {@link CancelBatch} */
    CancelBatch cancelAll(Iterator<? extends OperationName> names, BatchOptions options, ExecutorService feeding) {
        CancelOptions each = options.each(defaults);
        return new CancelBatch(
                (name, tracker) -> start(name, each, tracker), time, names, options, callbacks, feeding, observers);
    }

    /** As {@link #cancelAll(Iterator, BatchOptions)}. */
    public CancelBatch cancelAll(Iterable<? extends OperationName> names, BatchOptions options) {
        return cancelAll(names.iterator(), options);
    }

    /** As {@link #cancelAll(Iterator, BatchOptions)}. The caller closes the stream. */
    public CancelBatch cancelAll(Stream<? extends OperationName> names, BatchOptions options) {
        return cancelAll(names.iterator(), options);
    }

    Operations operations() {
        return operations;
    }

    OperationWatcher watcher() {
        return watcher;
    }

    TimeSource time() {
        return time;
    }

    RandomGenerator random() {
        return random;
    }

    Executor callbacks() {
        return callbacks;
    }
}
