// SPDX-License-Identifier: Apache-2.0
package dev.longrun.time;

import java.time.Duration;

/** {@link Duration#toNanos()} with a maximum of 292 years instead of an exception. */
final class SaturatedNanos {

    private static final Duration MAX = Duration.ofNanos(Long.MAX_VALUE);

    /** Zero for a negative duration; at most {@code Long.MAX_VALUE}. */
    static long of(Duration duration) {
        if (duration.isNegative()) {
            return 0;
        }
        return duration.compareTo(MAX) >= 0 ? Long.MAX_VALUE : duration.toNanos();
    }

    private SaturatedNanos() {}
}
