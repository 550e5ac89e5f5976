// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import static java.util.Comparator.naturalOrder;
import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Who goes next of the calls that wait for one service.
 *
 * <p>The kinds of calls whose rate is limited share what the service takes: the more urgent goes first, though its turn
 * may be later. Whoever was passed over four times is next, so that an endless stream of cancels does not end all
 * watching. A kind without a limit waits for no other. Not thread-safe.
 */
final class FairPriorityQueue {
    private static final int OFTEN = 4;

    private final Map<RequestPriority, AdaptiveRateLimiter> rates = new EnumMap<>(RequestPriority.class);
    private final Map<RequestPriority, Queue<CompletableFuture<Boolean>>> queues = new EnumMap<>(RequestPriority.class);
    private final Map<RequestPriority, Integer> passedOver = new EnumMap<>(RequestPriority.class);

    FairPriorityQueue(long now) {
        for (RequestPriority kind : RequestPriority.values()) {
            rates.put(kind, new AdaptiveRateLimiter(now));
            queues.put(kind, new ArrayDeque<>());
        }
    }

    AdaptiveRateLimiter rate(RequestPriority kind) {
        return requireNonNull(rates.get(kind));
    }

    void add(RequestPriority kind, CompletableFuture<Boolean> turn) {
        queue(kind).add(turn);
    }

    /** Takes a turn for a newcomer where the rate has room and nobody waits who would go first. */
    boolean takeAtOnce(RequestPriority kind, long now) {
        boolean first = rate(kind).limited() ? waiting().isEmpty() : !someoneWaits(kind);
        boolean goes = first && isFree(kind, now);
        if (goes) {
            rate(kind).reserve(now);
        }
        return goes;
    }

    /** Takes the next turn out of the queue, if there is one to take now. */
    Optional<CompletableFuture<Boolean>> take(long now) {
        return next(now).map(kind -> {
            rate(kind).reserve(now);
            CompletableFuture<Boolean> turn = queue(kind).remove();
            notePassedOver(kind);
            return turn;
        });
    }

    /** The time until someone else may have a turn, if anyone waits. */
    Optional<Duration> untilNext(long now) {
        return waiting().stream()
                .map(kind -> rate(kind).untilFree(now))
                .filter(wait -> !wait.isZero())
                .min(naturalOrder());
    }

    private Optional<RequestPriority> next(long now) {
        List<RequestPriority> waiting = waiting();
        Stream<RequestPriority> overdue = waiting.stream().filter(kind -> passedOver.getOrDefault(kind, 0) >= OFTEN);
        Stream<RequestPriority> first = waiting.stream()
                .filter(kind -> kind == waiting.get(0) || !rate(kind).limited());
        return Stream.concat(overdue, first).filter(kind -> isFree(kind, now)).findFirst();
    }

    private void notePassedOver(RequestPriority gone) {
        passedOver.remove(gone);
        waiting().stream()
                .filter(kind -> kind.compareTo(gone) > 0)
                .forEach(kind -> passedOver.merge(kind, 1, Integer::sum));
    }

    private boolean isFree(RequestPriority kind, long now) {
        return rate(kind).untilFree(now).isZero();
    }

    /** The kinds of which someone waits, the most urgent first. */
    private List<RequestPriority> waiting() {
        return Stream.of(RequestPriority.values()).filter(this::someoneWaits).toList();
    }

    private boolean someoneWaits(RequestPriority kind) {
        Queue<CompletableFuture<Boolean>> queue = queue(kind);
        while (!queue.isEmpty() && queue.element().isDone()) {
            queue.remove();
        }
        return !queue.isEmpty();
    }

    private Queue<CompletableFuture<Boolean>> queue(RequestPriority kind) {
        return requireNonNull(queues.get(kind));
    }
}
