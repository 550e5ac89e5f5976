// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs;

import dev.longrun.cancel.WriteAheadLog;
import dev.longrun.time.Backoff;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Default values in words. */
final class DefaultText {
    private DefaultText() {}

    static String of(Object value) {
        if (value instanceof Duration duration) {
            return duration.isZero() ? "0" : of(duration);
        }
        if (value instanceof Backoff backoff) {
            return "%s, each %s times the one before, %s at most, jitter %s"
                    .formatted(of(backoff.first()), backoff.multiplier(), of(backoff.max()), backoff.jitter());
        }
        if (value instanceof Double number && number.isInfinite()) {
            return "no limit";
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(DefaultText::of).orElse("none");
        }
        if (value instanceof Predicate<?>) {
            return "the operation is done";
        }
        if (value instanceof Consumer<?> || value == WriteAheadLog.none()) {
            return "none";
        }
        return String.valueOf(value);
    }

    /** As {@code 40ms}, {@code 20s} or {@code 5m}. */
    private static String of(Duration duration) {
        if (duration.toMillis() % 1_000 != 0) {
            return duration.toMillis() + "ms";
        }
        return duration.toSeconds() % 60 == 0 ? duration.toMinutes() + "m" : duration.toSeconds() + "s";
    }
}
