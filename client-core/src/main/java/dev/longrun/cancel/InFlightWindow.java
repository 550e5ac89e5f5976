// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.rpc.CarriedContext;
import dev.longrun.service.OperationName;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Bounded in-flight buffer of a batch, between the feeder, which puts in names while there is room, and the reader,
 * which takes results. All state is guarded by its lock, under which nothing blocks and no foreign code runs.
 */
final class InFlightWindow {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final int size;
    private final Executor callbacks;
    private final Runnable roomMade;
    private final Supplier<CarriedContext> caller;
    private final Consumer<CancelCounts> observer;
    private final InFlightTable table = new InFlightTable();
    private CancelCounts counts = CancelCounts.NONE;
    private long admitted;
    private boolean ended;
    private boolean closed;
    private boolean endTaken; // a thread has begun to tell the observer of the end
    private boolean endTold; // the observer has heard of it
    private @Nullable RuntimeException failure;
    private @Nullable PendingRead reader;

    /**
     * @param callbacks completes the futures of reads
     * @param roomMade runs after a result was taken, without the lock
     * @param caller gives the context of the thread that reads, for the stages of its future
     * @param observer is told once, without the lock, that every result is known or that the window was closed before
     */
    InFlightWindow(
            int size,
            Executor callbacks,
            Runnable roomMade,
            Supplier<CarriedContext> caller,
            Consumer<CancelCounts> observer) {
        this.size = size;
        this.callbacks = callbacks;
        this.roomMade = roomMade;
        this.caller = caller;
        this.observer = observer;
    }

    boolean wantsNames() {
        return changing(() -> !ended);
    }

    boolean hasRoom() {
        return changing(() -> table.size() < size);
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
            failure = failure == null && !closed ? sourceFailure : failure;
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
        CancelResult result;
        lock.lockInterruptibly();
        try {
            while (!isReadable()) {
                changed.await();
            }
            result = table.take();
            RuntimeException end = failureAfter(result);
            if (end != null) {
                throw end;
            }
        } finally {
            lock.unlock();
        }
        roomMade.run();
        return result;
    }

    /**
     * As {@link #take} without a thread that waits: the future is completed by a callback.
     *
     * @throws IllegalStateException if another read waits
     */
    CompletableFuture<Optional<CancelResult>> takeAsync() {
        PendingRead read = new PendingRead(caller.get());
        changing(() -> {
            if (reader != null && !reader.isDone()) {
                throw new IllegalStateException(
                        "one read of a batch at a time: the future of the read before is not done");
            }
            reader = read;
            return true;
        });
        return read;
    }

    private void completeRead() {
        PendingRead read;
        CancelResult result;
        RuntimeException end;
        lock.lock();
        try {
            read = reader;
            if (read == null || !isReadable()) {
                return;
            }
            reader = null;
            if (!read.claim()) {
                return;
            }
            result = table.take();
            end = failureAfter(result);
        } finally {
            lock.unlock();
        }
        roomMade.run();
        read.end(result, end);
    }

    /** The observer hears of the end before a reader does. */
    private boolean isReadable() {
        return table.unread() > 0 || closed || endTold && table.size() == 0;
    }

    /** The failure that a reader gets after the last result. */
    private @Nullable RuntimeException failureAfter(@Nullable CancelResult result) {
        return result == null && !closed ? failure : null;
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

    List<OperationName> sent() {
        return changing(table::sent);
    }

    BatchProgress progress() {
        return changing(
                () -> new BatchProgress(admitted, table.size() - table.unread(), table.unread(), counts, ended));
    }

    private boolean newlyEnded() {
        boolean isNew = !endTaken && (closed || ended && table.size() == table.unread());
        endTaken |= isNew;
        return isNew;
    }

    private <T> T changing(Supplier<T> change) {
        T result;
        boolean completesRead;
        @Nullable CancelCounts known;
        lock.lock();
        try {
            result = change.get();
            changed.signalAll();
            completesRead = reader != null && isReadable();
            known = newlyEnded() ? counts : null;
        } finally {
            lock.unlock();
        }
        if (known != null) {
            observer.accept(known);
            changing(() -> endTold = true);
        }
        if (completesRead) {
            callbacks.execute(this::completeRead);
        }
        return result;
    }

    /**
     * The future of a read of a batch. Either the batch or the application completes it: once the batch has claimed it,
     * the application can neither cancel it nor time it out, so that the result taken for it is not lost.
     */
    static final class PendingRead extends CompletableFuture<Optional<CancelResult>> {
        private final AtomicBoolean claimed = new AtomicBoolean();
        private final CarriedContext caller;

        PendingRead(CarriedContext caller) {
            this.caller = caller;
        }

        /** Returns false if the application has completed the future. */
        boolean claim() {
            return !claimed.getAndSet(true);
        }

        /** Completes a claimed read. */
        void end(@Nullable CancelResult result, @Nullable RuntimeException failure) {
            caller.run(() -> {
                if (failure != null) {
                    super.completeExceptionally(failure);
                } else {
                    super.complete(Optional.ofNullable(result));
                }
            });
        }

        @Override
        public boolean complete(Optional<CancelResult> value) {
            return claim() && super.complete(value);
        }

        @Override
        public boolean completeExceptionally(Throwable thrown) {
            return claim() && super.completeExceptionally(thrown);
        }

        @Override
        public boolean cancel(boolean mayInterrupt) {
            return claim() ? super.cancel(mayInterrupt) : isCancelled();
        }
    }
}
