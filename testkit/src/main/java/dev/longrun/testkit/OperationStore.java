// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.time.TimeSource;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * All operations of a server, in the order of their names, so that a page of a list begins where the last one ended.
 */
final class OperationStore {

    private final NavigableMap<String, StoredOperation> entries = new ConcurrentSkipListMap<>();
    private final TimeSource time;

    OperationStore(TimeSource time) {
        this.time = time;
    }

    Optional<StoredOperation> known(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    int size() {
        return entries.size();
    }

    /** Scripted before, or made now because its id says how it ends. */
    Optional<StoredOperation> find(String name) {
        return known(name).or(() -> IdScript.of(name).map(script -> create(name, script)));
    }

    /** The ids that follow directly on names which begin so, each once, sorted. */
    List<String> idsAfter(String prefix) {
        return after(prefix, "").stream()
                .map(entry -> entry.name().substring(prefix.length()).split("/", 2)[0])
                .distinct()
                .sorted()
                .toList();
    }

    /** The same, but an operation whose id says nothing is made too. */
    StoredOperation obtain(String name) {
        return find(name).orElseGet(() -> create(name, Script.STUCK));
    }

    /** Those whose names begin so and come after {@code last}, or from the first when that is empty. */
    Collection<StoredOperation> after(String prefix, String last) {
        String from = last.isEmpty() ? prefix : last;
        return entries.subMap(from, last.isEmpty(), prefix + Character.MAX_VALUE, false)
                .values();
    }

    Collection<StoredOperation> all() {
        return entries.values();
    }

    private StoredOperation create(String name, Script script) {
        return entries.computeIfAbsent(name, absent -> new StoredOperation(name, script, time.now()));
    }
}
