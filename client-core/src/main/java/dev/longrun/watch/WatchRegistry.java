// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds watched operations by name, with their parents. Used in the queue of {@link PollScheduler} only. */
final class WatchRegistry {
    private final Map<OperationName, WatchedOperation> operations = new HashMap<>();
    private final Map<Object, WatchedParent> parents = new HashMap<>();
    private final Map<String, ReadTime> readTimes = new HashMap<>();
    private volatile int size;

    /** The operation, which is added if it is not watched yet. */
    WatchedOperation operation(OperationName name) {
        WatchedOperation known = operations.get(name);
        return known != null ? known : added(name);
    }

    private WatchedOperation added(OperationName name) {
        WatchedParent parent = parent(name);
        WatchedOperation operation = new WatchedOperation(name, parent);
        operations.put(name, operation);
        parent.add(operation);
        size = operations.size();
        return operation;
    }

    /** Operations that no list shows have one parent for each service. */
    private WatchedParent parent(OperationName name) {
        OperationParent parent = name.parent().orElse(null);
        String service = name.service().label();
        Object key = parent == null ? service : parent;
        return parents.computeIfAbsent(
                key,
                missing ->
                        new WatchedParent(key, parent, readTimes.computeIfAbsent(service, unknown -> new ReadTime())));
    }

    @Nullable
    WatchedOperation find(OperationName name) {
        return operations.get(name);
    }

    /** Removes the operation; with the last one of its parent, a list of that is given up. */
    void forget(WatchedOperation operation) {
        operations.remove(operation.name(), operation);
        size = operations.size();
        WatchedParent parent = operation.parent();
        parent.remove(operation);
        if (parent.operations().isEmpty()) {
            parents.remove(parent.key());
            parent.giveUpList();
        }
    }

    List<WatchedOperation> all() {
        return List.copyOf(operations.values());
    }

    /** From any thread. */
    int size() {
        return size;
    }
}
