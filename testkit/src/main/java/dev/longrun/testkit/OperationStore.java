// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.time.TimeSource;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** All operations of a server, sorted by name for the pages of lists. Thread-safe. */
final class OperationStore {

    private final NavigableMap<String, StoredOperation> operations = new ConcurrentSkipListMap<>();
    private final TimeSource time;

    OperationStore(TimeSource time) {
        this.time = time;
    }

    Optional<StoredOperation> known(String name) {
        return Optional.ofNullable(operations.get(name));
    }

    int size() {
        return operations.size();
    }

    /** Finds an existing operation, or creates it if its id says how it ends. */
    Optional<StoredOperation> find(String name) {
        return known(name).or(() -> IdScript.of(name).map(script -> create(name, script)));
    }

    /** The distinct segments that follow the prefix in the names of operations, sorted. */
    List<String> idsAfter(String prefix) {
        return after(prefix, "").stream()
                .map(stored -> stored.name().substring(prefix.length()).split("/", 2)[0])
                .distinct()
                .sorted()
                .toList();
    }

    /** Finds an operation or creates it, whatever its id. */
    StoredOperation getOrCreate(String name) {
        return find(name).orElseGet(() -> create(name, Script.STUCK));
    }

    /** The operations whose names begin with the prefix, after the name {@code last} unless that is empty. */
    Collection<StoredOperation> after(String prefix, String last) {
        String from = last.isEmpty() ? prefix : last;
        return operations
                .subMap(from, last.isEmpty(), prefix + Character.MAX_VALUE, false)
                .values();
    }

    Collection<StoredOperation> all() {
        return operations.values();
    }

    /** Forgets all operations. A wait in progress ends as it would have, with NOT_FOUND. */
    void clear() {
        operations.clear();
    }

    private StoredOperation create(String name, Script script) {
        return operations.computeIfAbsent(name, absent -> new StoredOperation(name, script, time.now()));
    }
}
