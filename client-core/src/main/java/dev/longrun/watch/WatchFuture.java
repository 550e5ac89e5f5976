// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * The future of a watch. When the application completes or cancels it, the watch is stopped. The watch itself extends
 * it: a future of its own, with a stage that notices its end, would take as much memory as the watch. Thread-safe.
 */
abstract class WatchFuture extends CompletableFuture<WatchOutcome> {
    private volatile boolean decided;

    /** The application has completed or cancelled the future before the outcome was known. On the thread that did. */
    abstract void stopped();

    /** The outcome is known, and will be told. */
    final void decide() {
        decided = true;
    }

    final void tell(WatchOutcome outcome) {
        super.complete(outcome);
    }

    /** Whether the outcome is known, or the application has completed or cancelled the future. */
    final boolean hasEnded() {
        return decided || isDone();
    }

    @Override
    public boolean complete(WatchOutcome value) {
        return noticed(super.complete(value));
    }

    @Override
    public boolean completeExceptionally(Throwable thrown) {
        return noticed(super.completeExceptionally(thrown));
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
        boolean wasDone = isDone();
        boolean cancelled = super.cancel(mayInterrupt);
        noticed(!wasDone && cancelled);
        return cancelled;
    }

    /** The supplier completes the future without the methods above. */
    @Override
    public CompletableFuture<WatchOutcome> completeAsync(Supplier<? extends WatchOutcome> supplier, Executor executor) {
        whenComplete((outcome, failure) -> noticed(true));
        return super.completeAsync(supplier, executor);
    }

    private boolean noticed(boolean completed) {
        if (completed && !decided) {
            stopped();
        }
        return completed;
    }
}
