// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.error.LongrunException;
import dev.longrun.error.NoResponseException;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** One operation that is watched, for however many. Confined to the engine's lock. */
final class Target {
    private final OperationName name;
    private final ParentGroup group;
    private final List<Waiter> waiters = new ArrayList<>(1);
    private boolean reading;

    Target(OperationName name, ParentGroup group) {
        this.name = name;
        this.group = group;
    }

    OperationName name() {
        return name;
    }

    ParentGroup group() {
        return group;
    }

    /**
     * True where a read is under way that was begun for others, perhaps all gone, and may take longer than this waiter
     * has.
     */
    boolean add(Waiter waiter) {
        boolean outlasted = reading && (isAbandoned() || waiter.remaining().compareTo(remaining()) < 0);
        waiters.add(waiter);
        return outlasted;
    }

    /** Drops waiters that have their outcome, or were cancelled. True where nobody is left. */
    boolean isAbandoned() {
        waiters.removeIf(waiter -> waiter.outcome().isDone());
        return waiters.isEmpty();
    }

    boolean isReading() {
        return reading;
    }

    void setReading(boolean value) {
        reading = value;
    }

    /** When the most eager of its waiters wants it read. */
    long due() {
        return mostEager().due();
    }

    /** How long the most eager of its waiters would let it rest. */
    Duration pause(RandomGenerator random) {
        return mostEager().pause(random);
    }

    /** What is left to the first of its waiters whose time ends: no read may take longer. */
    Duration remaining() {
        return waiters.stream()
                .map(Waiter::remaining)
                .min(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** Ends those whose time is over although the read that is under way is not. */
    List<Runnable> endOverdue(RandomGenerator random) {
        List<Waiter> overdue = waiters.stream().filter(Waiter::isOver).toList();
        waiters.removeAll(overdue);
        return overdue.stream()
                .map(waiter -> waiter.failed(
                        new NoResponseException(name + ": the time was over before a read that was under way ended"),
                        random))
                .toList();
    }

    List<Runnable> read(Operation operation, RandomGenerator random) {
        return tell(waiter -> waiter.read(operation, random));
    }

    List<Runnable> failed(LongrunException error, RandomGenerator random) {
        return tell(waiter -> waiter.failed(error, random));
    }

    private List<Runnable> tell(Function<Waiter, Runnable> news) {
        return waiters.stream().map(news).toList();
    }

    private Waiter mostEager() {
        Waiter first = waiters.get(0);
        for (Waiter waiter : waiters) {
            first = waiter.due() - first.due() < 0 ? waiter : first;
        }
        return first;
    }
}
