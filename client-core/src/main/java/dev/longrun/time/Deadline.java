// SPDX-License-Identifier: Apache-2.0
package dev.longrun.time;

import java.time.Duration;

/**
 * A moment after which nobody waits any more, kept on the monotonic clock so that a wall clock that jumps does not move
 * it.
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
        return new Deadline(time, SaturatedNanos.of(total));
    }

    /** Never negative. */
    public Duration remaining() {
        return Duration.ofNanos(remainingNanos());
    }

    public boolean passed() {
        return remainingNanos() == 0;
    }

    /** Whichever of the two comes first, this one when they coincide; it keeps its own total and start. */
    public Deadline earlier(Deadline other) {
        return other.remainingNanos() < remainingNanos() ? other : this;
    }

    /** The duration, cut to what remains. */
    public Duration clamp(Duration duration) {
        Duration remaining = remaining();
        return duration.compareTo(remaining) < 0 ? duration : remaining;
    }

    /** What was granted at the start. */
    public Duration total() {
        return Duration.ofNanos(total);
    }

    /** Since the start; it goes on growing after the deadline. */
    public Duration elapsed() {
        return Duration.ofNanos(elapsedNanos());
    }

    /** Such as {@code PT2S of PT5S remain}. */
    @Override
    public String toString() {
        return remaining() + " of " + total() + " remain";
    }

    private long remainingNanos() {
        return Math.max(0, total - elapsedNanos());
    }

    private long elapsedNanos() {
        return Math.max(0, time.nanoTime() - start);
    }
}
