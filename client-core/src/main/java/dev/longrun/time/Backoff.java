// SPDX-License-Identifier: Apache-2.0
package dev.longrun.time;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Delays that grow by a factor up to a ceiling: {@code min(first × multiplier^attempt, max)}, then jitter.
 *
 * <pre>{@code
 * var backoff = new Backoff(Duration.ofMillis(500), 1.5, Duration.ofSeconds(10), Jitter.NONE);
 * backoff.delay(0, random)   // 0.5 s
 * backoff.delay(1, random)   // 0.75 s
 * backoff.delay(9, random)   // 10 s
 * }</pre>
 *
 * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it.
 *
 * @param first the delay of attempt 0, before jitter; more than zero
 * @param multiplier 1 or more; 1 keeps the delay constant
 * @param max no less than {@code first}
 */
public record Backoff(Duration first, double multiplier, Duration max, Jitter jitter) {

    public Backoff {
        check(!first.isNegative() && !first.isZero(), "first must be more than zero", first);
        check(multiplier >= 1 && multiplier < Double.POSITIVE_INFINITY, "multiplier must be 1 or more", multiplier);
        check(max.compareTo(first) >= 0, "max must be no less than first, " + first, max);
    }

    /**
     * The delay before the next attempt; never above {@code max}.
     *
     * @param attempt the number of delays before this one, from 0
     * @param random not used without jitter
     */
    public Duration delay(int attempt, RandomGenerator random) {
        check(attempt >= 0, "attempt must be 0 or more", attempt);
        double grown = Deadline.nanos(first) * Math.pow(multiplier, attempt);
        double capped = Math.min(grown, (double) Deadline.nanos(max));
        return Duration.ofNanos((long) jitter.spread(capped, random));
    }

    public Backoff withFirst(Duration first) {
        return new Backoff(first, multiplier, max, jitter);
    }

    public Backoff withMultiplier(double multiplier) {
        return new Backoff(first, multiplier, max, jitter);
    }

    public Backoff withMax(Duration max) {
        return new Backoff(first, multiplier, max, jitter);
    }

    public Backoff withJitter(Jitter jitter) {
        return new Backoff(first, multiplier, max, jitter);
    }

    private static void check(boolean holds, String rule, Object got) {
        if (!holds) {
            throw new IllegalArgumentException("backoff: " + rule + "; got " + got);
        }
    }
}
