// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How fast one service takes one kind of call, learnt from its refusals.
 *
 * <p>Without a limit until the first refusal. A refusal cuts the rate to 0.7 of what it was; it then grows back along a cubic
 * curve (fast, flat around the rate that was refused, then fast again), as CUBIC does for TCP (RFC 9438): the limit is held
 * for long and probed rarely. Refusals of calls that were sent before the last cut tell nothing new and cut nothing. A
 * server's hint pauses everyone, not only the caller that got it.
 *
 * <p>Times are nanoseconds of one monotonic clock and come in as arguments. Thread-safe.
 */
final class AdaptiveRate {
    private static final double CUT = 0.7;
    private static final double FLOOR_PER_SECOND = 0.5;
    private static final double SECONDS_TO_REGAIN = 8;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

    private boolean limited;
    private double refusedRate;
    private long lastCut;
    private long pausedUntil;
    private long nextFree;
    private long windowStart;
    private int sentInWindow;
    private double sentPerSecond;

    /** Takes the next place in line; the time to wait for it. */
    synchronized Duration reserve(long now) {
        count(now);
        if (!limited) {
            return Duration.ZERO;
        }
        long place = nextPlace(now);
        nextFree = place + (long) (SECOND / perSecond(place));
        return Duration.ofNanos(place - now);
    }

    /** The time until the next place, which is not taken. */
    synchronized Duration untilFree(long now) {
        return limited ? Duration.ofNanos(nextPlace(now) - now) : Duration.ZERO;
    }

    private long nextPlace(long now) {
        return later(later(now, nextFree), pausedUntil);
    }

    /** A call that was sent at {@code sentAt} was refused for its rate. */
    synchronized void throttled(long sentAt, long now, Optional<Duration> hint) {
        boolean newest = !limited || sentAt - lastCut >= 0;
        if (newest) {
            double rate = limited ? perSecond(now) : Math.max(sentPerSecond, sentInWindow);
            refusedRate = Math.max(rate, FLOOR_PER_SECOND / CUT);
        }
        if (!limited) {
            limited = true;
            nextFree = now;
            pausedUntil = now;
        }
        lastCut = newest ? now : lastCut;
        pausedUntil = later(pausedUntil, now + pause(hint).toNanos());
    }

    /** One answer must not shut out a client that runs for weeks: after an hour it asks again. */
    private static Duration pause(Optional<Duration> hint) {
        return hint.filter(asked -> asked.compareTo(LONGEST_PAUSE) < 0)
                .orElse(hint.isPresent() ? LONGEST_PAUSE : Duration.ZERO);
    }

    /** Calls a second at a moment after the last cut. */
    synchronized double perSecond(long now) {
        if (!limited) {
            return Double.POSITIVE_INFINITY;
        }
        double away = (now - lastCut) / SECOND / SECONDS_TO_REGAIN - 1;
        return Math.max(FLOOR_PER_SECOND, refusedRate * (1 + (1 - CUT) * away * away * away));
    }

    private void count(long now) {
        if (sentInWindow == 0 || now - windowStart >= SECOND) {
            sentPerSecond = sentInWindow;
            windowStart = now;
            sentInWindow = 0;
        }
        sentInWindow++;
    }

    /** Differences, not values, order the readings of a monotonic clock. */
    private static long later(long one, long other) {
        return other - one > 0 ? other : one;
    }
}
