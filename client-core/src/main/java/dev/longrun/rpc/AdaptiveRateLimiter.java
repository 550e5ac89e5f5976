// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import dev.longrun.call.RateLimit;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The rate limit of one service for one kind of call.
 *
 * <p>An adaptive limit starts unlimited and is set when more than one call in ten is throttled, with some tolerance for
 * chance (a CUSUM test). A service that throttles one call in twenty at any rate would only become slow by a limit. The
 * limit is cut to 0.7 of the rate that the service accepted and grows back along a cubic curve, as CUBIC does for TCP
 * (RFC 9438). Throttled calls that were sent before the last cut do not count again. A hint of the server
 * ({@code Retry-After}) pauses all calls of the kind, whether the limit is cut or not.
 *
 * <p>Times are nanoseconds of one monotonic clock and come in as arguments. Thread-safe; the lock is this object.
 */
final class AdaptiveRateLimiter {
    private static final double CUT = 0.7;
    private static final double FLOOR_PER_SECOND = 0.5;
    private static final double SECONDS_TO_REGAIN = 12;

    /** The weight of a throttled call against those that were not: more than one in ten counts. */
    private static final int THROTTLED_WEIGHT = 10;

    private static final int CUT_THRESHOLD = 4 * THROTTLED_WEIGHT;

    /** The share of a throttled rate that the service is taken to accept. */
    private static final double ACCEPTED = 0.8;

    private static final Duration MAX_PAUSE = Duration.ofHours(1);
    private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

    private final RateLimit limit;
    private double acceptedPerSecond = Double.POSITIVE_INFINITY;
    private int throttledScore;
    private long lastCut;
    private long pausedUntil;
    private long nextPermit;
    private long windowStart;
    private int sentInWindow;
    private int sentInWindowBefore;

    AdaptiveRateLimiter(RateLimit limit, long now) {
        this.limit = limit;
        lastCut = now;
        pausedUntil = now;
        nextPermit = now;
        windowStart = now;
    }

    /** Takes the next permit; returns the time until it may be used. */
    synchronized Duration reserve(long now) {
        count(now);
        throttledScore = Math.max(0, throttledScore - 1);
        long at = nextPermitAt(now);
        nextPermit = at + (long) (SECOND / perSecond(at));
        return Duration.ofNanos(at - now);
    }

    /** The time until the next permit, which is not taken. */
    synchronized Duration timeUntilPermit(long now) {
        return Duration.ofNanos(nextPermitAt(now) - now);
    }

    synchronized boolean limited() {
        return Math.min(acceptedPerSecond, limit.perSecond()) < Double.POSITIVE_INFINITY;
    }

    private long nextPermitAt(long now) {
        return later(later(now, nextPermit), pausedUntil);
    }

    /** Records that a call that was sent at {@code sentAt} was throttled. */
    synchronized void throttled(long sentAt, long now, Optional<Duration> hint) {
        if (limit.pauses()) {
            pausedUntil = later(pausedUntil, now + pause(hint).toNanos());
        }
        if (!limit.adapts() || sentAt - lastCut < 0) {
            return;
        }
        throttledScore += THROTTLED_WEIGHT;
        if (throttledScore >= CUT_THRESHOLD) {
            cut(now);
        }
    }

    /** Reduces from the observed send rate, not from the limit, which may not have been used up. */
    private void cut(long now) {
        double observed = Math.min(perSecond(now), Math.max(sentInWindowBefore, sentInWindow));
        acceptedPerSecond = Math.max(observed * ACCEPTED, FLOOR_PER_SECOND / CUT);
        throttledScore = 0;
        lastCut = now;
    }

    /** At most an hour, so that one wrong hint does not stop a client that runs for weeks. */
    private static Duration pause(Optional<Duration> hint) {
        Duration asked = hint.orElse(Duration.ZERO);
        return asked.compareTo(MAX_PAUSE) < 0 ? asked : MAX_PAUSE;
    }

    /** Calls a second at a time after the last cut. */
    synchronized double perSecond(long now) {
        if (!limit.adapts()) {
            return limit.perSecond();
        }
        double away = (now - lastCut) / SECOND / SECONDS_TO_REGAIN - 1;
        return Math.max(FLOOR_PER_SECOND, acceptedPerSecond * (1 + (1 - CUT) * away * away * away));
    }

    private void count(long now) {
        long age = now - windowStart;
        if (sentInWindow == 0 || age >= SECOND) {
            sentInWindowBefore = age < 2 * SECOND ? sentInWindow : 0;
            windowStart = now;
            sentInWindow = 0;
        }
        sentInWindow++;
    }

    /** Compares differences, as readings of a monotonic clock may wrap around. */
    private static long later(long one, long other) {
        return other - one > 0 ? other : one;
    }
}
