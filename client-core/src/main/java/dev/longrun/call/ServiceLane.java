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
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The calls to one service that wait for their turn. Whoever gives up ends its own wait, and is passed over. */
final class ServiceLane {
    private final Time time;
    private final Map<CallClass, AdaptiveRate> rates = new EnumMap<>(CallClass.class);
    private final Map<CallClass, Queue<CompletableFuture<Boolean>>> queues = new EnumMap<>(CallClass.class);
    private final Queue<Waiting> impatient =
            new PriorityQueue<>((one, other) -> Long.signum(one.until() - other.until()));
    private Time.@Nullable Scheduled timer;
    private long timerAt;

    ServiceLane(Time time) {
        this.time = time;
        for (CallClass kind : CallClass.values()) {
            rates.put(kind, new AdaptiveRate());
            queues.put(kind, new ArrayDeque<>());
        }
    }

    /** @param until when it is too late for that turn, by the monotonic clock */
    private record Waiting(CompletableFuture<Boolean> turn, long until) {}

    AdaptiveRate rate(CallClass kind) {
        return requireNonNull(rates.get(kind));
    }

    /**
     * Completes with true when it is this call's turn, or with false when its patience is over before that; it is complete already
     * where nothing is throttled.
     */
    CompletableFuture<Boolean> enter(CallClass kind, Duration patience) {
        if (goesAtOnce(kind)) {
            return CompletableFuture.completedFuture(true);
        }
        CompletableFuture<Boolean> turn = new CompletableFuture<>();
        synchronized (this) {
            queue(kind).add(turn);
            impatient.add(new Waiting(turn, time.nanoTime() + patience.toNanos()));
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
        List<CompletableFuture<Boolean>> granted = new ArrayList<>(1);
        List<CompletableFuture<Boolean>> late = new ArrayList<>(0);
        synchronized (this) {
            long now = time.nanoTime();
            Optional<Duration> untilTurn = takeTurns(now, granted);
            takeLate(now, late);
            untilTurn.ifPresent(wait -> setTimer(now, Math.min(wait.toNanos(), untilLate(now))));
        }
        granted.forEach(turn -> turn.complete(true));
        late.forEach(turn -> turn.complete(false));
    }

    /** A less urgent call never goes before a more urgent one that still waits. The time to the next turn, if anyone waits. */
    private Optional<Duration> takeTurns(long now, List<CompletableFuture<Boolean>> granted) {
        for (CallClass kind : CallClass.values()) {
            Queue<CompletableFuture<Boolean>> queue = queue(kind);
            while (someoneWaits(queue)) {
                Duration wait = rate(kind).untilFree(now);
                if (!wait.isZero()) {
                    return Optional.of(wait);
                }
                rate(kind).reserve(now);
                granted.add(queue.remove());
            }
        }
        return Optional.empty();
    }

    private void takeLate(long now, List<CompletableFuture<Boolean>> late) {
        while (untilLate(now) <= 0
                || (!impatient.isEmpty() && impatient.element().turn().isDone())) {
            late.add(impatient.remove().turn());
        }
    }

    private long untilLate(long now) {
        return impatient.isEmpty() ? Long.MAX_VALUE : impatient.element().until() - now;
    }

    private static boolean someoneWaits(Queue<CompletableFuture<Boolean>> queue) {
        while (!queue.isEmpty() && queue.element().isDone()) {
            queue.remove();
        }
        return !queue.isEmpty();
    }

    /** One timer, always for what comes first: a clock that jumps to its next task must not find a limit alone. */
    private void setTimer(long now, long nanos) {
        long at = now + nanos;
        if (timer != null && timerAt - at <= 0) {
            return;
        }
        if (timer != null) {
            timer.cancel();
        }
        timerAt = at;
        timer = time.schedule(Duration.ofNanos(nanos), () -> {
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
