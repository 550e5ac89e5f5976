// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.service.OperationName;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Bounded in-flight buffer of a batch: the feeding thread blocks while it is full, the reader while it has no result.
 * All state is guarded by its lock, under which nothing blocks and no foreign code runs.
 */
final class InFlightWindow {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final int size;
    private final InFlightTable table = new InFlightTable();
    private CancelCounts counts = CancelCounts.NONE;
    private long admitted;
    private boolean ended;
    private boolean closed;
    private @Nullable RuntimeException failure;

    InFlightWindow(int size) {
        this.size = size;
    }

    /** Blocks while there is no room. Returns false if no further name is wanted. */
    boolean awaitRoom() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!ended && table.size() >= size) {
                changed.await();
            }
            return !ended;
        } finally {
            lock.unlock();
        }
    }

    /** Returns false for a name that is in the window. */
    boolean admit(OperationName name) {
        return changing(() -> {
            boolean isNew = !ended && table.add(name);
            admitted += isNew ? 1 : 0;
            return isNew;
        });
    }

    /** Returns false if the cancel is not wanted any more. */
    boolean begin(OperationName name) {
        return changing(() -> table.begin(name));
    }

    /** A request is about to leave. Returns false if it is not wanted any more. */
    boolean send(OperationName name) {
        return changing(() -> !closed && table.send(name));
    }

    /** Sets the future that {@link #close} cancels. */
    void cancelWith(OperationName name, CompletableFuture<?> cancel) {
        boolean late = changing(() -> {
            table.cancelWith(name, cancel);
            return closed;
        });
        if (late) {
            cancel.cancel(false);
        }
    }

    /** Results after {@link #close} are dropped: their names stay among those sent without an outcome. */
    void end(CancelResult result) {
        changing(() -> {
            counts = !closed && table.end(result) ? counts.plus(result) : counts;
            return true;
        });
    }

    /** There are no further names. */
    void endOfNames(@Nullable RuntimeException sourceFailure) {
        changing(() -> {
            ended = true;
            failure = failure == null ? sourceFailure : failure;
            return true;
        });
    }

    /** No further cancel begins; those that have begun continue to their results. */
    void breakOff(RuntimeException cause) {
        changing(() -> {
            ended = true;
            failure = failure == null ? cause : failure;
            table.dropWaiting();
            return true;
        });
    }

    /** Blocks until there is a result. Returns null after the last one, or throws the failure that ended the batch. */
    @Nullable
    CancelResult take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (table.unread() == 0 && !closed && !(ended && table.size() == 0)) {
                changed.await();
            }
            CancelResult result = table.take();
            changed.signalAll();
            if (result == null && failure != null && !closed) {
                throw failure;
            }
            return result;
        } finally {
            lock.unlock();
        }
    }

    /** No further cancel begins, no request leaves, and the cancels under way are cancelled. */
    void close() {
        List<CompletableFuture<?>> cancels = changing(() -> {
            ended = true;
            closed = true;
            table.dropWaiting();
            return table.underWay();
        });
        cancels.forEach(cancel -> cancel.cancel(false));
    }

    boolean isClosed() {
        return changing(() -> closed);
    }

    List<OperationName> sent() {
        return changing(table::sent);
    }

    BatchProgress progress() {
        return changing(
                () -> new BatchProgress(admitted, table.size() - table.unread(), table.unread(), counts, ended));
    }

    private <T> T changing(Supplier<T> change) {
        lock.lock();
        try {
            T result = change.get();
            changed.signalAll();
            return result;
        } finally {
            lock.unlock();
        }
    }
}
