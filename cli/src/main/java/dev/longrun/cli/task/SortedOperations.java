// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.operation.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Function;

/** Keeps the first of many operations in an order. Not thread-safe. */
final class SortedOperations<K extends Comparable<K>> {
    private final Function<Operation, Optional<K>> key;
    private final int most;
    private final Comparator<Keyed<K>> order;
    private final PriorityQueue<Keyed<K>> lastFirst;
    private long added;

    /** @param most operations that are kept */
    SortedOperations(Function<Operation, Optional<K>> key, boolean descending, int most) {
        this.key = key;
        this.most = most;
        Comparator<K> keys = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        this.order = Comparator.comparing((Keyed<K> keyed) -> keyed.key().isEmpty())
                .thenComparing(
                        (one, other) -> one.key().isPresent() && other.key().isPresent()
                                ? keys.compare(one.key().get(), other.key().get())
                                : 0)
                .thenComparingLong(Keyed::number);
        this.lastFirst = new PriorityQueue<>(order.reversed());
    }

    private record Keyed<K>(Optional<K> key, long number, Operation operation) {}

    /** Keeps no more of the page than the operation. */
    void add(Operation operation) {
        Operation detached = Operation.read(operation.name(), operation.json().detached());
        lastFirst.add(new Keyed<>(key.apply(operation), added++, detached));
        if (lastFirst.size() > most) {
            lastFirst.remove();
        }
    }

    /** In order; those with the same key in the order in which they were added. */
    List<Operation> all() {
        return lastFirst.stream().sorted(order).map(Keyed::operation).toList();
    }
}
