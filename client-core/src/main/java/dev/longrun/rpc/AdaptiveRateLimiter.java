// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import dev.longrun.call.RateLimit;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The rate limit of one service for one kind of call.
 *
 * <p>An adaptive limit starts unlimited and is set when {@link ThrottledShare more calls than one in ten} are
 * throttled. A service that throttles one call in twenty at any rate would only become slow by a limit. The limit is
 * cut to 0.7 of the rate that the service accepted and grows back along a cubic curve, as CUBIC does for TCP (RFC
 * 9438). Calls that were sent before the last cut do not count again. A hint of the server ({@code Retry-After}) pauses
 * all calls of the kind, whether the limit is cut or not.
 *
 * <p>A service that limits the rate accepts every call at three quarters of the rate that it accepted before. If cuts
 * in a row get there and the share of throttled calls is still the same, it does not depend on the rate: the limit is
 * lifted, and that share is tolerated for ten minutes or until a larger one leads to a cut.
 *
 * <p>Times are nanoseconds of one monotonic clock and come in as arguments. Thread-safe; the lock is this object.
 */
final class AdaptiveRateLimiter {
    private static final double CUT = 0.7;
    private static final double FLOOR_PER_SECOND = 0.5;
    private static final double SECONDS_TO_REGAIN = 12;

    /** The share of a throttled rate that the service is taken to accept; less if it throttles more than half. */
    private static final double ACCEPTED = 0.8;

    /** The share says too much of a service that accepts a burst first: its accepted calls do not count. */
    private static final double LEAST_ACCEPTED = 0.5;

    /** A service that limits the rate accepts all calls of this part of the rate that it accepted. */
    private static final double SURELY_ACCEPTED = 0.75;

    /** The share of accepted calls counts as the same down to this part of it. */
    private static final double ALIKE = 0.7;

    private static final Duration MAX_PAUSE = Duration.ofHours(1);
    private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

    /** Until then after a cut, the next one belongs to the same row. */
    private static final double ROW_SECONDS = 2 * SECONDS_TO_REGAIN;

    private static final double TOLERANT_SECONDS = 600;

    private final RateLimit limit;
    private final ThrottledShare share = new ThrottledShare();
    private final SentCounts sent;
    private double acceptedPerSecond = Double.POSITIVE_INFINITY;
    private double firstShare;
    private double firstAcceptedPerSecond;
    private long lastCut;
    private long pausedUntil;
    private long nextPermit;

    AdaptiveRateLimiter(RateLimit limit, long now) {
        this.limit = limit;
        lastCut = now;
        pausedUntil = now;
        nextPermit = now;
        sent = new SentCounts(now);
    }

    /** Takes the next permit; returns the time until it may be used. */
    synchronized Duration reserve(long now) {
        long at = nextPermitAt(now);
        nextPermit = at + (long) (SECOND / perSecond(at));
        return Duration.ofNanos(at - now);
    }

    /** The time until the next permit, which is not taken. */
    synchronized Duration timeUntilPermit(long now) {
        return Duration.ofNanos(nextPermitAt(now) - now);
    }

    private long nextPermitAt(long now) {
        return later(later(now, nextPermit), pausedUntil);
    }

    /** A call is sent. */
    synchronized void sent(long now) {
        sent.sent(now);
    }

    /** Records that a call that was sent at {@code sentAt} was throttled. */
    synchronized void throttled(long sentAt, long now, Optional<Duration> hint) {
        if (limit.pauses()) {
            pausedUntil = later(pausedUntil, now + pause(hint).toNanos());
        }
        if (!limit.adapts() || sentAt - lastCut < 0) {
            return;
        }
        if (share.throttled()) {
            double observed = Math.min(perSecond(now), sent.perSecond(sentAt));
            if (isChance(observed, now)) {
                lift(now);
            } else {
                cut(observed, now);
            }
        }
    }

    /** Records that a call that was sent at {@code sentAt} was answered otherwise. */
    synchronized void accepted(long sentAt, long now) {
        if (sentAt - lastCut >= 0) {
            share.accepted();
        }
        if (now - lastCut > TOLERANT_SECONDS * SECOND) {
            share.tolerateLittle();
        }
    }

    /** Whether the calls of this rate are throttled as those of the rates before, which the service had accepted. */
    private boolean isChance(double observed, long now) {
        boolean isAlike = share.share() >= firstShare / 2 && 1 - share.share() >= ALIKE * (1 - firstShare);
        boolean isInRow = acceptedPerSecond < Double.POSITIVE_INFINITY && now - lastCut < ROW_SECONDS * SECOND;
        if (isAlike && isInRow) {
            return observed < SURELY_ACCEPTED * firstAcceptedPerSecond;
        }
        firstShare = share.share();
        firstAcceptedPerSecond = observed * (1 - firstShare);
        return false;
    }

    private void lift(long now) {
        share.tolerate(share.share());
        acceptedPerSecond = Double.POSITIVE_INFINITY;
        restart(now);
    }

    /** @param observed the rate of sending, not the limit, which may not have been used up */
    private void cut(double observed, long now) {
        double accepted = Math.max(LEAST_ACCEPTED, ACCEPTED * Math.min(1, 2 * (1 - share.share())));
        share.tolerateLittle();
        acceptedPerSecond = Math.max(observed * accepted, FLOOR_PER_SECOND / CUT);
        restart(now);
    }

    private void restart(long now) {
        share.restart();
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

    /** Compares differences, as readings of a monotonic clock may wrap around. */
    private static long later(long one, long other) {
        return other - one > 0 ? other : one;
    }
}
