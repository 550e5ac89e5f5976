// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import java.time.Duration;

/** How long a read of one service takes, as far as reads have shown: a smoothed mean and deviation (as in RFC 6298). */
final class ReadTime {
    private static final long UNKNOWN = Duration.ofMillis(100).toNanos();
    private static final long CLOCK = Duration.ofMillis(5).toNanos();

    private double mean = -1;
    private double deviation;

    /** @param nanos from the request to the response of a read that succeeded */
    void record(long nanos) {
        if (mean < 0) {
            mean = nanos;
            deviation = nanos / 4.0;
            return;
        }
        deviation += (Math.abs(nanos - mean) - deviation) / 4;
        mean += (nanos - mean) / 8;
    }

    /** Nearly all reads are shorter, in nanoseconds: twice the mean, or more if they vary. 100 ms if none is known. */
    long expected() {
        return mean < 0 ? UNKNOWN : (long) (mean + Math.max(mean, 4 * deviation)) + CLOCK;
    }
}
