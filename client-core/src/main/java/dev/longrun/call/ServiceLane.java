// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import static java.util.Objects.requireNonNull;

import dev.longrun.time.Time;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The calls to one service that wait for their turn. Whoever gives up ends its own wait, and is passed over. */
final class ServiceLane {
    private final Time time;
    private final Map<CallClass, AdaptiveRate> rates = new EnumMap<>(CallClass.class);
    private final Map<CallClass, Queue<CompletableFuture<Boolean>>> queues = new EnumMap<>(CallClass.class);
    private Time.@Nullable Scheduled timer;
    private long timerAt;

    ServiceLane(Time time) {
        this.time = time;
        for (CallClass kind : CallClass.values()) {
            rates.put(kind, new AdaptiveRate());
            queues.put(kind, new ArrayDeque<>());
        }
    }

    AdaptiveRate rate(CallClass kind) {
        return requireNonNull(rates.get(kind));
    }

    /** Completes with true when it is this call's turn; it is complete already where nothing is throttled. */
    CompletableFuture<Boolean> enter(CallClass kind) {
        if (goesAtOnce(kind)) {
            return CompletableFuture.completedFuture(true);
        }
        CompletableFuture<Boolean> turn = new CompletableFuture<>();
        synchronized (this) {
            queue(kind).add(turn);
        }
        release();
        return turn;
    }

    /** Nobody waits, and the rate has room: so it is until the first refusal. */
    private synchronized boolean goesAtOnce(CallClass kind) {
        long now = time.nanoTime();
        boolean free = timer == null && rate(kind).untilFree(now).isZero();
        if (free) {
            rate(kind).reserve(now);
        }
        return free;
    }

    private void release() {
        List<CompletableFuture<Boolean>> released = new ArrayList<>(1);
        synchronized (this) {
            takeTurns(released);
        }
        released.forEach(turn -> turn.complete(true));
    }

    /** A less urgent call never goes before a more urgent one that still waits. */
    private void takeTurns(List<CompletableFuture<Boolean>> released) {
        for (CallClass kind : CallClass.values()) {
            Queue<CompletableFuture<Boolean>> queue = queue(kind);
            while (someoneWaits(queue)) {
                long now = time.nanoTime();
                Duration wait = rate(kind).untilFree(now);
                if (!wait.isZero()) {
                    setTimer(now, wait);
                    return;
                }
                rate(kind).reserve(now);
                released.add(queue.remove());
            }
        }
    }

    private static boolean someoneWaits(Queue<CompletableFuture<Boolean>> queue) {
        while (!queue.isEmpty() && queue.element().isDone()) {
            queue.remove();
        }
        return !queue.isEmpty();
    }

    /** One timer, always for the turn that comes first. */
    private void setTimer(long now, Duration untilTurn) {
        long at = now + untilTurn.toNanos();
        if (timer != null && timerAt - at <= 0) {
            return;
        }
        if (timer != null) {
            timer.cancel();
        }
        timerAt = at;
        timer = time.schedule(untilTurn, () -> {
            synchronized (this) {
                timer = null;
            }
            release();
        });
    }

    private Queue<CompletableFuture<Boolean>> queue(CallClass kind) {
        return requireNonNull(queues.get(kind));
    }
}
