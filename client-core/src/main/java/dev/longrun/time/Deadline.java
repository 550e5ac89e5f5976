// SPDX-License-Identifier: Apache-2.0
package dev.longrun.time;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;

/**
 * The end of a time limit, by the monotonic clock, so that a jump of the wall clock does not move it. Immutable.
 *
 * <pre>{@code
 * Deadline deadline = Deadline.after(Duration.ofMinutes(5), time);
 * while (!deadline.passed()) {
 *     time.sleep(deadline.clamp(Duration.ofSeconds(10)));   // never sleeps past it
 * }
 * }</pre>
 *
 * <p>A duration that is negative counts as zero, one above 292 years as 292 years.
 */
public final class Deadline {
    private final TimeSource time;
    private final long start;
    private final long total;

    private Deadline(TimeSource time, long total) {
        this.time = time;
        this.start = time.nanoTime();
        this.total = total;
    }

    /** Starts to count now. */
    public static Deadline after(Duration total, TimeSource time) {
        return new Deadline(time, nanos(total));
    }

    /** Never negative. */
    public Duration remaining() {
        return Duration.ofNanos(remainingNanos());
    }

    public boolean passed() {
        return remainingNanos() == 0;
    }

    /** The earlier of the two, with its own start and total; this one if they are equal. */
    public Deadline earlier(Deadline other) {
        return other.remainingNanos() < remainingNanos() ? other : this;
    }

    /** The shorter of {@code duration} and the remaining time. */
    public Duration clamp(Duration duration) {
        Duration remaining = remaining();
        return duration.compareTo(remaining) < 0 ? duration : remaining;
    }

    /** The time limit as given at the start. */
    public Duration total() {
        return Duration.ofNanos(total);
    }

    /** The time since the start; it grows after the deadline too. */
    public Duration elapsed() {
        return Duration.ofNanos(elapsedNanos());
    }

    /** Such as {@code PT2S of PT5S remain}. */
    @Override
    public String toString() {
        return remaining() + " of " + total() + " remain";
    }

    /** {@link Duration#toNanos()}, but 0 for a negative duration and {@code Long.MAX_VALUE} for more than 292 years. */
    static long nanos(Duration duration) {
        return Math.max(0, NANOSECONDS.convert(duration));
    }

    private long remainingNanos() {
        return Math.max(0, total - elapsedNanos());
    }

    private long elapsedNanos() {
        return Math.max(0, time.nanoTime() - start);
    }
}
