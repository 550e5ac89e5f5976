// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import dev.longrun.call.RateLimit;
import dev.longrun.rpc.CallRequest.Priority;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * Orders the calls that wait for a permit of one service.
 *
 * <p>Among priorities whose rate is limited, the most urgent one goes first. A priority that was bypassed four times is
 * next, so that an endless stream of cancels does not stop all watching. A priority without a limit waits for no other.
 * Not thread-safe.
 */
final class FairPriorityQueue {
    private static final int MAX_BYPASSES = 4;

    /** By descending urgency. */
    private final Lane[] lanes;

    FairPriorityQueue(RateLimit limit, long now) {
        lanes = new Lane[Priority.COUNT];
        for (int i = 0; i < lanes.length; i++) {
            lanes[i] = new Lane(new AdaptiveRateLimiter(limit, now));
        }
    }

    /** The permits of one priority: their rate, and the calls that wait for it. */
    private static final class Lane {
        final AdaptiveRateLimiter rate;
        final Queue<PendingPermit> waiting = new ArrayDeque<>(0);
        int bypasses;

        Lane(AdaptiveRateLimiter rate) {
            this.rate = rate;
        }

        boolean isEmpty() {
            while (!waiting.isEmpty() && waiting.element().isGone()) {
                waiting.remove();
            }
            return waiting.isEmpty();
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

    /** Takes a permit immediately if the limiter has one and no call that would go first is queued. */
    boolean tryAcquire(Priority priority, long now) {
        Lane lane = lanes[priority.rank];
        boolean first = lane.rate.limited() ? allEmpty() : lane.isEmpty();
        boolean granted = first && lane.hasPermit(now);
        if (granted) {
            lane.rate.reserve(now);
        }
        return granted;
    }

    /** Takes the next call out of the queue if there is a permit for it. */
    Optional<PendingPermit> poll(long now) {
        int next = next(now);
        if (next < 0) {
            return Optional.empty();
        }
        lanes[next].rate.reserve(now);
        PendingPermit permit = lanes[next].waiting.remove();
        recordBypass(next);
        return Optional.of(permit);
    }

    /** The time until a queued call may get a permit, if any call is queued. */
    Optional<Duration> timeUntilPermit(long now) {
        Duration shortest = null;
        for (Lane lane : lanes) {
            Duration wait = lane.isEmpty() ? Duration.ZERO : lane.rate.timeUntilPermit(now);
            if (!wait.isZero() && (shortest == null || wait.compareTo(shortest) < 0)) {
                shortest = wait;
            }
        }
        return Optional.ofNullable(shortest);
    }

    /** The lane whose call goes next; -1 if none has both a call and a permit. */
    private int next(long now) {
        for (int i = 0; i < lanes.length; i++) {
            if (lanes[i].bypasses >= MAX_BYPASSES && !lanes[i].isEmpty() && lanes[i].hasPermit(now)) {
                return i;
            }
        }
        boolean mostUrgent = true;
        for (int i = 0; i < lanes.length; i++) {
            if (!lanes[i].isEmpty()) {
                if ((mostUrgent || !lanes[i].rate.limited()) && lanes[i].hasPermit(now)) {
                    return i;
                }
                mostUrgent = false;
            }
        }
        return -1;
    }

    private void recordBypass(int granted) {
        lanes[granted].bypasses = 0;
        for (int i = granted + 1; i < lanes.length; i++) {
            lanes[i].bypasses += lanes[i].isEmpty() ? 0 : 1;
        }
    }

    private boolean allEmpty() {
        for (Lane lane : lanes) {
            if (!lane.isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
