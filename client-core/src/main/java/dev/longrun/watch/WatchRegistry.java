// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.watch.WatchState.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The watched operations: finds them by name, with their parents, and puts each into the {@link DueQueue} at the time
 * at which something has to be done about it. Used in the queue of {@link PollScheduler} only.
 */
final class WatchRegistry {
    private static final long AFTER_EXCEPTION = Duration.ofSeconds(1).toNanos();

    private final DueQueue due;
    private final PollPacer pacer;

    /** By service and relative name, so that the entries of a list can be found before they are decoded. */
    private final Map<String, Map<String, WatchedOperation>> operations = new HashMap<>();

    private final Map<Object, WatchedParent> parents = new HashMap<>();
    private final Map<String, ReadTime> readTimes = new HashMap<>();
    private final AtomicInteger size = new AtomicInteger();

    WatchRegistry(DueQueue due, PollPacer pacer) {
        this.due = due;
        this.pacer = pacer;
    }

    /** The operation, which is added if it is not watched yet. */
    WatchedOperation operation(OperationName name) {
        WatchedOperation known = find(name);
        return known != null ? known : added(name);
    }

    private WatchedOperation added(OperationName name) {
        WatchedParent parent = parent(name);
        WatchedOperation operation = new WatchedOperation(name, parent);
        operations
                .computeIfAbsent(name.service().name(), service -> new HashMap<>())
                .put(name.value(), operation);
        parent.add(operation);
        size.incrementAndGet();
        return operation;
    }

    /** Operations that no list shows have one parent for each service. */
    private WatchedParent parent(OperationName name) {
        OperationParent parent = name.parent().orElse(null);
        String service = name.service().name();
        Object key = parent == null ? service : parent;
        ReadTime readTime = readTimes.computeIfAbsent(service, unknown -> new ReadTime());
        return parents.computeIfAbsent(key, missing -> new WatchedParent(key, parent, readTime, pacer));
    }

    @Nullable
    WatchedOperation find(OperationName name) {
        return ofService(name.service()).get(name.value());
    }

    /** Whether an operation of the service is watched that has this relative name. */
    boolean isWatched(ServiceDefinition service, String name) {
        return ofService(service).containsKey(name);
    }

    private Map<String, WatchedOperation> ofService(ServiceDefinition service) {
        return operations.getOrDefault(service.name(), Map.of());
    }

    /** Sets the time of an operation. One without watches is forgotten, and its request cancelled. */
    void settle(WatchedOperation operation) {
        if (operation.hasWatches()) {
            reschedule(operation);
        } else if (operation.state() != WatchState.UNWATCHED) {
            operation.on(Event.UNWATCHED);
            operation.giveUpRequest();
            due.remove(operation);
            forget(operation);
        }
    }

    void reschedule(WatchedOperation operation) {
        due.put(operation, operation.attention(due.now(), due.lastFired()));
    }

    /** What happens to one operation holds up no other. */
    void guarded(WatchedOperation operation, Runnable step) {
        try {
            step.run();
        } catch (Throwable thrown) { // an Error too
            recover(operation, thrown);
        }
    }

    /** Something threw while the operation was handled: it is read again soon. */
    void recover(WatchedOperation operation, Throwable thrown) {
        LoggerFactory.getLogger(WatchRegistry.class)
                .warn("a read of {} could not be handled and will be repeated", operation.name(), thrown);
        operation.giveUpRequest();
        if (!operation.hasWatches()) {
            settle(operation);
        } else {
            operation.on(Event.RESET);
            long now = due.now();
            due.put(operation, now + Math.min(AFTER_EXCEPTION, operation.remaining(now)));
        }
    }

    /** Removes the operation; with the last one of its parent, a list of that is given up. */
    private void forget(WatchedOperation operation) {
        OperationName name = operation.name();
        if (ofService(name.service()).remove(name.value(), operation)) {
            size.decrementAndGet();
        }
        WatchedParent parent = operation.parent();
        parent.remove(operation);
        if (parent.operations().isEmpty()) {
            parents.remove(parent.key());
            parent.giveUpList();
        }
    }

    List<WatchedOperation> all() {
        List<WatchedOperation> all = new ArrayList<>(size());
        for (Map<String, WatchedOperation> service : operations.values()) {
            all.addAll(service.values());
        }
        return all;
    }

    /** From any thread. */
    int size() {
        return size.get();
    }
}
