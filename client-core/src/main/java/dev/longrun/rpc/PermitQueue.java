// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import dev.longrun.call.RateLimit;
import dev.longrun.call.RateLimiterStats;
import dev.longrun.rpc.CallRequest.Priority;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * The calls that wait for a permit of one service. Each priority has a rate limit of its own and waits for no other:
 * cancels that are throttled stop no reads. Among the calls that have a permit, the most urgent one goes first.
 *
 * <p>Not thread-safe.
 */
final class PermitQueue {
    /** By descending urgency. */
    private final Lane[] lanes;

    PermitQueue(RateLimit limit, long now) {
        lanes = new Lane[Priority.COUNT];
        for (int i = 0; i < lanes.length; i++) {
            lanes[i] = new Lane(new AdaptiveRateLimiter(limit, now));
        }
    }

    /** The permits of one priority: their rate, and the calls that wait for them. */
    private static final class Lane {
        final AdaptiveRateLimiter rate;
        final Queue<PendingPermit> waiting = new ArrayDeque<>(0);

        Lane(AdaptiveRateLimiter rate) {
            this.rate = rate;
        }

        boolean isEmpty() {
            while (!waiting.isEmpty() && waiting.element().isGone()) {
                waiting.remove();
            }
            return waiting.isEmpty();
        }

        /** Those that have not left the queue. */
        int waiting() {
            return (int) waiting.stream().filter(permit -> !permit.isGone()).count();
        }

        boolean hasPermit(long now) {
            return rate.timeUntilPermit(now).isZero();
        }
    }

    AdaptiveRateLimiter rate(Priority priority) {
        return lanes[priority.rank].rate;
    }

    void add(Priority priority, PendingPermit permit) {
        lanes[priority.rank].waiting.add(permit);
    }

    /** Takes a permit immediately if there is one and no call of the priority waits for it. */
    boolean tryAcquire(Priority priority, long now) {
        Lane lane = lanes[priority.rank];
        boolean granted = lane.isEmpty() && lane.hasPermit(now);
        if (granted) {
            lane.rate.reserve(now);
        }
        return granted;
    }

    /** Takes the next call out of the queue if there is a permit for it. */
    Optional<PendingPermit> poll(long now) {
        for (Lane lane : lanes) {
            if (!lane.isEmpty() && lane.hasPermit(now)) {
                lane.rate.reserve(now);
                return Optional.of(lane.waiting.remove());
            }
        }
        return Optional.empty();
    }

    /** By urgency. */
    List<RateLimiterStats> stats(String service, long now) {
        List<RateLimiterStats> stats = new ArrayList<>(lanes.length);
        for (Priority priority : Priority.values()) {
            Lane lane = lanes[priority.rank];
            stats.add(new RateLimiterStats(
                    service, RateLimiterStats.Kind.valueOf(priority.name()), lane.rate.perSecond(now), lane.waiting()));
        }
        return stats;
    }

    /** The time until a queued call may get a permit, if any call is queued. */
    Optional<Duration> timeUntilPermit(long now) {
        Duration shortest = null;
        for (Lane lane : lanes) {
            if (!lane.isEmpty()) {
                Duration wait = lane.rate.timeUntilPermit(now);
                if (shortest == null || wait.compareTo(shortest) < 0) {
                    shortest = wait;
                }
            }
        }
        return Optional.ofNullable(shortest);
    }
}
