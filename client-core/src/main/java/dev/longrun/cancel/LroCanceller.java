// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.call.Waiting;
import dev.longrun.operation.Operations;
import dev.longrun.service.OperationName;
import dev.longrun.time.Time;
import dev.longrun.watch.OperationWatcher;
import java.util.concurrent.CompletableFuture;

/**
 * Cancels operations and says what became of them.
 *
 * <pre>{@code
 * CancelOutcome outcome = client.canceller().cancel(name);
 * System.out.println(outcome.describe());
 * }</pre>
 *
 * <p>The request is sent, repeated where that is safe, and the operation is read until it is done or the time is over. When
 * the request's answer is lost, the operation is read all the same. To stop waiting, by an interrupt or by cancelling the
 * future, takes nothing back. Thread-safe.
 *
 * <p>An exception means that nothing was asked for: never sent, not permitted, or turned away for its rate. Everything else
 * is an outcome.
 */
public final class LroCanceller {
    private final Operations operations;
    private final OperationWatcher watcher;
    private final Time time;

    public LroCanceller(Operations operations, OperationWatcher watcher, Time time) {
        this.operations = operations;
        this.watcher = watcher;
        this.time = time;
    }

    /** As {@link #cancel(OperationName, CancelOptions)} with {@link CancelOptions#standard()}. */
    public CancelOutcome cancel(OperationName name) {
        return cancel(name, CancelOptions.standard());
    }

    /**
     * Returns when the truth is known, or at the deadline.
     *
     * @throws dev.longrun.error.LongrunException where nothing was asked for
     */
    public CancelOutcome cancel(OperationName name, CancelOptions options) {
        return Waiting.on(cancelAsync(name, options), name + " to be cancelled");
    }

    /** As {@link #cancelAsync(OperationName, CancelOptions)} with {@link CancelOptions#standard()}. */
    public CompletableFuture<CancelOutcome> cancelAsync(OperationName name) {
        return cancelAsync(name, CancelOptions.standard());
    }

    /** As {@link #cancel(OperationName, CancelOptions)}; no thread is held between the reads. */
    public CompletableFuture<CancelOutcome> cancelAsync(OperationName name, CancelOptions options) {
        return new CancelInProgress(operations, watcher, time, name, options).run();
    }
}
