// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Keeps the latest requests and notifies listeners of each. Thread-safe. */
final class RequestLog {

    static final int KEPT = 10_000;

    private final Deque<ServedRequest> latest = new ArrayDeque<>();
    private final List<Consumer<ServedRequest>> listeners = new CopyOnWriteArrayList<>();
    private long count;

    void add(ServedRequest request) {
        synchronized (latest) {
            count++;
            latest.addLast(request);
            if (latest.size() > KEPT) {
                latest.removeFirst();
            }
        }
        listeners.forEach(listener -> listener.accept(request));
    }

    void listen(Consumer<ServedRequest> listener) {
        listeners.add(listener);
    }

    List<ServedRequest> latest() {
        synchronized (latest) {
            return List.copyOf(latest);
        }
    }

    void clear() {
        synchronized (latest) {
            latest.clear();
            count = 0;
        }
    }

    long count() {
        synchronized (latest) {
            return count;
        }
    }
}
