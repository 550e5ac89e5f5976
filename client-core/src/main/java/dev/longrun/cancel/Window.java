// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.service.OperationName;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The operations that a run holds, each from the moment its name is taken from the source until its result is read, and
 * never more than its size. A monitor: who feeds it waits for room, who reads it waits for news.
 */
final class Window {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Condition news = lock.newCondition();
    private final int size;
    private final Places places = new Places();
    private CancelCounts counts = CancelCounts.NONE;
    private long admitted;
    private boolean ended;
    private boolean closed;
    private @Nullable RuntimeException failure;

    Window(int size) {
        this.size = size;
    }

    /** Blocks while there is none; false if no name is wanted any more. */
    boolean awaitRoom() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!ended && places.size() >= size) {
                room.await();
            }
            return !ended;
        } finally {
            lock.unlock();
        }
    }

    /** False for a name that is in the window already. */
    boolean admit(OperationName name) {
        return changing(() -> {
            boolean isNew = !ended && places.add(name);
            admitted += isNew ? 1 : 0;
            return isNew;
        });
    }

    /** False if it shall not begin any more. */
    boolean begin(OperationName name) {
        return changing(() -> places.begin(name));
    }

    /** To be asked before the request leaves; false if it shall not leave any more. */
    boolean send(OperationName name) {
        return changing(() -> !closed && places.send(name));
    }

    /** True the first time. */
    boolean answer(OperationName name) {
        return changing(() -> places.answer(name));
    }

    /** What is to be cancelled when the window is closed. */
    void cancelWith(OperationName name, CompletableFuture<?> cancel) {
        boolean late = changing(() -> {
            places.cancelWith(name, cancel);
            return closed;
        });
        if (late) {
            cancel.cancel(false);
        }
    }

    /** Not once closed: what has no result by then is sentWithoutOutcome, and stays so. */
    void tell(CancelResult result) {
        changing(() -> {
            counts = !closed && places.tell(result) ? counts.plus(result) : counts;
            return true;
        });
    }

    /** There are no more names, for good or because their source failed. */
    void end(Optional<RuntimeException> sourceFailure) {
        changing(() -> {
            ended = true;
            failure = failure == null ? sourceFailure.orElse(null) : failure;
            return true;
        });
    }

    /** Nothing more begins; what has begun goes on to its result. */
    void breakOff(RuntimeException cause) {
        changing(() -> {
            ended = true;
            failure = failure == null ? cause : failure;
            places.dropWaiting();
            return true;
        });
    }

    /** The oldest unread result, waited for; empty after the last. */
    Optional<CancelResult> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (places.unread() == 0 && !closed && !(ended && places.size() == 0)) {
                news.await();
            }
            Optional<CancelResult> result = places.take();
            room.signalAll();
            if (result.isEmpty() && failure != null && !closed) {
                throw failure;
            }
            return result;
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more begins, leaves or is waited for. */
    void close() {
        List<CompletableFuture<?>> cancels = changing(() -> {
            ended = true;
            closed = true;
            places.dropWaiting();
            return places.underWay();
        });
        cancels.forEach(cancel -> cancel.cancel(false));
    }

    List<OperationName> sent() {
        return changing(places::sent);
    }

    BatchProgress progress() {
        return changing(
                () -> new BatchProgress(admitted, places.size() - places.unread(), places.unread(), counts, ended));
    }

    private <T> T changing(Supplier<T> change) {
        lock.lock();
        try {
            T result = change.get();
            room.signalAll();
            news.signalAll();
            return result;
        } finally {
            lock.unlock();
        }
    }
}
