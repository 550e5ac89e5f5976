// SPDX-License-Identifier: Apache-2.0
package dev.longrun.time;

import java.time.Duration;

/** {@link Duration#toNanos()} that saturates instead of throwing: 292 years are as good as for ever. */
final class SaturatedNanos {

    private static final Duration MAX = Duration.ofNanos(Long.MAX_VALUE);

    /** From zero, for a negative duration, to {@code Long.MAX_VALUE}. */
    static long of(Duration duration) {
        if (duration.isNegative()) {
            return 0;
        }
        return duration.compareTo(MAX) >= 0 ? Long.MAX_VALUE : duration.toNanos();
    }

    private SaturatedNanos() {}
}
