// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import dev.longrun.call.RateLimit;
import dev.longrun.call.RateLimiterStats;
import dev.longrun.rpc.CallRequest.Priority;
import dev.longrun.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Permit queue of one service. A call that is cancelled or runs out of time leaves the queue, and the next one is
 * granted. One timer is armed, for the earliest event of all limits and deadlines.
 *
 * <p>The lock is this object; futures are completed by {@code callbacks}, without the lock.
 */
final class ServiceRateLimiter {
    private static final CompletableFuture<Boolean> GRANTED = CompletableFuture.completedFuture(true);

    private final TimeSource time;
    private final Executor callbacks;
    private final PermitQueue queue;
    private final Queue<PendingPermit> byDeadline = new PriorityQueue<>();
    private TimeSource.@Nullable Scheduled timer;
    private long timerAt;

    ServiceRateLimiter(TimeSource time, Executor callbacks, RateLimit limit) {
        this.time = time;
        this.callbacks = callbacks;
        this.queue = new PermitQueue(limit, time.nanoTime());
    }

    AdaptiveRateLimiter rate(Priority priority) {
        return queue.rate(priority);
    }

    /** Completes with true when the call may be sent, or with false when {@code timeout} passes before that. */
    CompletableFuture<Boolean> acquire(Priority priority, Duration timeout) {
        PendingPermit permit;
        synchronized (this) {
            long now = time.nanoTime();
            if (queue.tryAcquire(priority, now)) {
                return GRANTED;
            }
            permit = new PendingPermit(now + timeout.toNanos());
            queue.add(priority, permit);
            byDeadline.add(permit);
        }
        permit.granted.whenComplete((granted, cancelled) -> {
            if (!Boolean.TRUE.equals(granted)) {
                grant();
            }
        });
        grant();
        return permit.granted;
    }

    /** By urgency. */
    synchronized List<RateLimiterStats> stats(String service) {
        return queue.stats(service, time.nanoTime());
    }

    private void grant() {
        List<PendingPermit> granted = new ArrayList<>(1);
        List<PendingPermit> expired = new ArrayList<>(0);
        synchronized (this) {
            long now = time.nanoTime();
            for (var permit = queue.poll(now); permit.isPresent(); permit = queue.poll(now)) {
                granted.add(permit.get());
            }
            takeExpired(now, expired);
            Optional<Duration> untilPermit = queue.timeUntilPermit(now);
            untilPermit.ifPresentOrElse(
                    wait -> setTimer(now, Math.min(wait.toNanos(), untilDeadline(now))), this::removeTimer);
        }
        if (!granted.isEmpty() || !expired.isEmpty()) {
            callbacks.execute(() -> {
                granted.forEach(permit -> permit.granted.complete(true));
                expired.forEach(permit -> permit.granted.complete(false));
            });
        }
    }

    private void takeExpired(long now, List<PendingPermit> expired) {
        while (untilDeadline(now) <= 0
                || (!byDeadline.isEmpty() && byDeadline.element().isGone())) {
            PendingPermit permit = byDeadline.remove();
            permit.expire();
            expired.add(permit);
        }
    }

    private long untilDeadline(long now) {
        return byDeadline.isEmpty() ? Long.MAX_VALUE : byDeadline.element().until - now;
    }

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
            grant();
        });
    }

    private void removeTimer() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }
}
