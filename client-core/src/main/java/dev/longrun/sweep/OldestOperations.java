// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Function;

/** Keeps the oldest of many operations. Those of unknown age count as younger than all others. Not thread-safe. */
final class OldestOperations<T> {
    private static final Duration UNKNOWN = Duration.ofSeconds(Long.MIN_VALUE);

    private final int size;
    private final Function<T, Optional<Duration>> age;
    private final Comparator<Aged<T>> oldestFirst =
            Comparator.comparing((Aged<T> aged) -> aged.age()).reversed().thenComparingLong(Aged::number);
    private final PriorityQueue<Aged<T>> youngestFirst = new PriorityQueue<>(oldestFirst.reversed());
    private long added;

    /** @param size the most that are kept */
    OldestOperations(int size, Function<T, Optional<Duration>> age) {
        this.size = size;
        this.age = age;
    }

    private record Aged<T>(Duration age, long number, T operation) {}

    void add(T operation) {
        youngestFirst.add(new Aged<>(age.apply(operation).orElse(UNKNOWN), added++, operation));
        if (youngestFirst.size() > size) {
            youngestFirst.remove();
        }
    }

    /** Oldest first, and those of the same age in the order in which they were added. */
    List<T> inOrder() {
        return youngestFirst.stream().sorted(oldestFirst).map(Aged::operation).toList();
    }
}
