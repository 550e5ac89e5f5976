// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.jobs;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;

/** The delays between the end of an operation and its detection, for N operations that end evenly over a span. */
final class DetectionDelays {
    private final long spanMillis;
    private final AtomicLongArray millis;
    private long start;

    DetectionDelays(int count, Duration span) {
        this.millis = new AtomicLongArray(count);
        this.spanMillis = span.toMillis();
    }

    /** Starts the span. Returns the wall clock in milliseconds, which the server shares. */
    long begin() {
        start = System.currentTimeMillis();
        return start;
    }

    void detected(int number) {
        long end = start + spanMillis * (number + 1) / millis.length();
        millis.set(number, System.currentTimeMillis() - end);
    }

    double quantile(double share) {
        long[] sorted = new long[millis.length()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = millis.get(i);
        }
        Arrays.sort(sorted);
        return sorted[(int) (share * (sorted.length - 1))];
    }
}
