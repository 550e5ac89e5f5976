// SPDX-License-Identifier: Apache-2.0
package dev.longrun.mcp.stdio;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/** The requests under way, by their ids. A request ends when its response is written. Thread-safe. */
final class RequestTable {
    private final int most;
    private final Consumer<Throwable> failed;
    private final Map<Object, Disposable.Swap> running = new ConcurrentHashMap<>();
    private final Semaphore free;

    /**
     * @param most the most requests at a time
     * @param failed receives what prevented a response
     */
    RequestTable(int most, Consumer<Throwable> failed) {
        this.most = most;
        this.failed = failed;
        this.free = new Semaphore(most);
    }

    /** What became of a new request. */
    enum Admission {
        STARTED,
        BUSY,
        ID_IN_USE
    }

    Admission start(Object id, Mono<Void> request) {
        if (!free.tryAcquire()) {
            return Admission.BUSY;
        }
        Disposable.Swap slot = Disposables.swap();
        if (running.putIfAbsent(id, slot) != null) {
            free.release();
            return Admission.ID_IN_USE;
        }
        slot.update(request.doFinally(signal -> end(id, slot)).subscribe(nothing -> {}, failed));
        return Admission.STARTED;
    }

    private void end(Object id, Disposable.Swap slot) {
        running.remove(id, slot);
        free.release();
    }

    /** Stops a request; one that is not under way is left alone. */
    void cancel(Object id) {
        Disposable.Swap slot = running.get(id);
        if (slot != null) {
            slot.dispose();
        }
    }

    void cancelAll() {
        running.values().forEach(Disposable::dispose);
    }

    /** Waits until no request is under way, and then lets none begin. Returns false if the time is over before. */
    boolean drain(Duration time) throws InterruptedException {
        return free.tryAcquire(most, time.toMillis(), TimeUnit.MILLISECONDS);
    }
}
