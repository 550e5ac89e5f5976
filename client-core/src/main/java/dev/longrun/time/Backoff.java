// SPDX-License-Identifier: Apache-2.0
package dev.longrun.time;

import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Delays that grow by a factor up to a ceiling: {@code min(first × multiplier^attempt, max)}, then jitter.
 *
 * <pre>{@code
 * var backoff = Backoff.exponential(Duration.ofMillis(500), 1.5, Duration.ofSeconds(10));
 * backoff.delay(0, random)   // 0.5 s
 * backoff.delay(1, random)   // 0.75 s
 * backoff.delay(9, random)   // 10 s
 * }</pre>
 *
 * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it. Immutable.
 */
public final class Backoff {
    private final Duration first;
    private final double multiplier;
    private final Duration max;
    private final Jitter jitter;

    private Backoff(Duration first, double multiplier, Duration max, Jitter jitter) {
        check(!first.isNegative() && !first.isZero(), "first must be more than zero", first);
        check(multiplier >= 1 && multiplier < Double.POSITIVE_INFINITY, "multiplier must be 1 or more", multiplier);
        check(max.compareTo(first) >= 0, "max must be no less than first, " + first, max);
        this.first = first;
        this.multiplier = multiplier;
        this.max = max;
        this.jitter = jitter;
    }

    /**
     * Delays without jitter.
     *
     * @param first the delay of attempt 0; more than zero
     * @param multiplier 1 or more
     * @param max no less than {@code first}
     */
    public static Backoff exponential(Duration first, double multiplier, Duration max) {
        return new Backoff(first, multiplier, max, Jitter.NONE);
    }

    /** The same delay each time, without jitter. */
    public static Backoff constant(Duration delay) {
        return new Backoff(delay, 1, delay, Jitter.NONE);
    }

    /** The delay of attempt 0, before jitter. */
    public Duration first() {
        return first;
    }

    /** The factor from one delay to the next; 1 keeps the delay constant. */
    public double multiplier() {
        return multiplier;
    }

    /** The longest delay. */
    public Duration max() {
        return max;
    }

    public Jitter jitter() {
        return jitter;
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

    /**
     * The delay that follows when the delays before it sum up to {@code elapsed}, so that the number of attempts need
     * not be known; never above {@code max}.
     *
     * @param random not used without jitter
     */
    public Duration delayAfter(Duration elapsed, RandomGenerator random) {
        check(!elapsed.isNegative(), "elapsed must be zero or longer", elapsed);
        double grown = Deadline.nanos(first) + (multiplier - 1) * Deadline.nanos(elapsed);
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Backoff that
                && first.equals(that.first)
                && multiplier == that.multiplier
                && max.equals(that.max)
                && jitter == that.jitter;
    }

    @Override
    public int hashCode() {
        return Objects.hash(first, multiplier, max, jitter);
    }

    /** Such as {@code PT0.5S × 1.5 up to PT10S, jitter NONE}. */
    @Override
    public String toString() {
        return first + " × " + multiplier + " up to " + max + ", jitter " + jitter;
    }

    private static void check(boolean holds, String rule, Object got) {
        if (!holds) {
            throw new IllegalArgumentException("backoff: " + rule + "; got " + got);
        }
    }

    /** The random share of a delay, so that many clients that failed together do not retry together. */
    public enum Jitter {

        /** The delay itself, for predictable output. */
        NONE {
            @Override
            double spread(double nanos, RandomGenerator random) {
                return nanos;
            }
        },

        /** Between half the delay and the delay: for polling, where a poll too early is wasted. */
        EQUAL {
            @Override
            double spread(double nanos, RandomGenerator random) {
                return nanos / 2 * (1 + random.nextDouble());
            }
        },

        /** Between nothing and the delay: for retries, where spreading the load matters most. */
        FULL {
            @Override
            double spread(double nanos, RandomGenerator random) {
                return nanos * random.nextDouble();
            }
        };

        abstract double spread(double nanos, RandomGenerator random);
    }
}
