// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How fast one service takes one kind of call, learnt from its refusals.
 *
 * <p>Without a limit until refusals say that the pace is to blame: more than one call in ten, with some to spare for
 * chance (a CUSUM test). A service that turns away one call in twenty at any pace would only be made slow by less of
 * it. A cut goes to 0.7 of what the service took, which then grows back along a cubic curve (fast, flat around what it
 * took, then fast again), as CUBIC does for TCP (RFC 9438): the limit is held for long and probed rarely. Refusals of
 * calls that were sent before the last cut tell nothing new. A server's hint pauses everyone, not only the caller that
 * got it, whether it cuts or not.
 *
 * <p>Times are nanoseconds of one monotonic clock and come in as arguments. Thread-safe.
 */
final class AdaptiveRateLimiter {
    private static final double CUT = 0.7;
    private static final double FLOOR_PER_SECOND = 0.5;
    private static final double SECONDS_TO_REGAIN = 12;

    /** In calls that make up for it: more than one refusal in ten counts. */
    private static final int REFUSAL = 10;

    private static final int ENOUGH_TO_CUT = 4 * REFUSAL;

    /** Of a pace that was refused: what the service takes of it, with room below. */
    private static final double TAKEN = 0.8;

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

    private double takenPerSecond = Double.POSITIVE_INFINITY;
    private int refusedTooMany;
    private long lastCut;
    private long pausedUntil;
    private long nextFree;
    private long windowStart;
    private int sentInWindow;
    private int sentInWindowBefore;

    AdaptiveRateLimiter(long now) {
        lastCut = now;
        pausedUntil = now;
        nextFree = now;
        windowStart = now;
    }

    /** Takes the next place in line; the time to wait for it. */
    synchronized Duration reserve(long now) {
        count(now);
        refusedTooMany = Math.max(0, refusedTooMany - 1);
        long place = nextPlace(now);
        nextFree = place + (long) (SECOND / perSecond(place));
        return Duration.ofNanos(place - now);
    }

    /** The time until the next place, which is not taken. */
    synchronized Duration untilFree(long now) {
        return Duration.ofNanos(nextPlace(now) - now);
    }

    synchronized boolean limited() {
        return takenPerSecond < Double.POSITIVE_INFINITY;
    }

    private long nextPlace(long now) {
        return later(later(now, nextFree), pausedUntil);
    }

    /** A call that was sent at {@code sentAt} was refused for its rate. */
    synchronized void throttled(long sentAt, long now, Optional<Duration> hint) {
        pausedUntil = later(pausedUntil, now + pause(hint).toNanos());
        if (sentAt - lastCut < 0) {
            return;
        }
        refusedTooMany += REFUSAL;
        if (refusedTooMany >= ENOUGH_TO_CUT) {
            cut(now);
        }
    }

    /** Whoever has more room than it uses is refused for what it sent, not for what it might have. */
    private void cut(long now) {
        double refused = Math.min(perSecond(now), Math.max(sentInWindowBefore, sentInWindow));
        takenPerSecond = Math.max(refused * TAKEN, FLOOR_PER_SECOND / CUT);
        refusedTooMany = 0;
        lastCut = now;
    }

    /** One answer must not shut out a client that runs for weeks: after an hour it asks again. */
    private static Duration pause(Optional<Duration> hint) {
        return hint.filter(asked -> asked.compareTo(LONGEST_PAUSE) < 0)
                .orElse(hint.isPresent() ? LONGEST_PAUSE : Duration.ZERO);
    }

    /** Calls a second at a moment after the last cut. */
    synchronized double perSecond(long now) {
        double away = (now - lastCut) / SECOND / SECONDS_TO_REGAIN - 1;
        return Math.max(FLOOR_PER_SECOND, takenPerSecond * (1 + (1 - CUT) * away * away * away));
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

    /** Differences, not values, order the readings of a monotonic clock. */
    private static long later(long one, long other) {
        return other - one > 0 ? other : one;
    }
}
