// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import dev.longrun.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The calls to one service that wait for their turn. Whoever gives up ends its own wait, and lets those go who waited
 * for it.
 */
final class ServiceRateLimiter {
    private static final CompletableFuture<Boolean> AT_ONCE = CompletableFuture.completedFuture(true);

    private final TimeSource time;
    private final FairPriorityQueue order;
    private final Queue<Futures> impatient =
            new PriorityQueue<>((one, other) -> Long.signum(one.until() - other.until()));
    private TimeSource.@Nullable Scheduled timer;
    private long timerAt;

    ServiceRateLimiter(TimeSource time) {
        this.time = time;
        this.order = new FairPriorityQueue(time.nanoTime());
    }

    /** @param until when it is too late for that turn, by the monotonic clock */
    private record Futures(CompletableFuture<Boolean> turn, long until) {}

    AdaptiveRateLimiter rate(RequestPriority kind) {
        return order.rate(kind);
    }

    /**
     * Completes with true when it is this call's turn, or with false when its patience is over before that; it is
     * complete already where nothing is throttled.
     */
    CompletableFuture<Boolean> enter(RequestPriority kind, Duration patience) {
        CompletableFuture<Boolean> turn;
        synchronized (this) {
            long now = time.nanoTime();
            if (order.takeAtOnce(kind, now)) {
                return AT_ONCE;
            }
            turn = new CompletableFuture<>();
            order.add(kind, turn);
            impatient.add(new Futures(turn, now + patience.toNanos()));
        }
        turn.whenComplete((granted, cancelled) -> {
            if (!Boolean.TRUE.equals(granted)) {
                release();
            }
        });
        release();
        return turn;
    }

    private void release() {
        List<CompletableFuture<Boolean>> granted = new ArrayList<>(1);
        List<CompletableFuture<Boolean>> late = new ArrayList<>(0);
        synchronized (this) {
            long now = time.nanoTime();
            for (var turn = order.take(now); turn.isPresent(); turn = order.take(now)) {
                granted.add(turn.get());
            }
            Optional<Duration> untilTurn = order.untilNext(now);
            takeLate(now, late);
            untilTurn.ifPresentOrElse(
                    wait -> setTimer(now, Math.min(wait.toNanos(), untilLate(now))), this::removeTimer);
        }
        granted.forEach(turn -> turn.complete(true));
        late.forEach(turn -> turn.complete(false));
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

    /** One timer, always for what comes first: a clock that jumps to its next task must not find a limit alone. */
    private void setTimer(long now, long nanos) {
        long at = now + nanos;
        if (timer != null && timerAt - at <= 0) {
            return;
        }
        removeTimer();
        timerAt = at;
        timer = time.schedule(Duration.ofNanos(nanos), () -> {
            synchronized (this) {
                timer = null;
            }
            release();
        });
    }

    private void removeTimer() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }
}
