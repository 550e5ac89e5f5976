// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.jobs;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;

/** When each of N operations, which end one after the other over a span, was found done. */
final class Delays {
    private final long spanMillis;
    private final AtomicLongArray millis;
    private long start;

    Delays(int count, Duration span) {
        this.millis = new AtomicLongArray(count);
        this.spanMillis = span.toMillis();
    }

    /** Starts now; the wall clock in milliseconds, which the server has too. */
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
