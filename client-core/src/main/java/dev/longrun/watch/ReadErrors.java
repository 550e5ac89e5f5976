// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.error.ApiException;
import dev.longrun.error.LongrunException;
import java.time.Duration;
import java.util.Optional;

/** Tells the failed reads that are worth repeating from those that are not. */
final class ReadErrors {
    private ReadErrors() {}

    /**
     * Whether a later read may well come through. Unreadable answers are not in themselves permanent: a proxy may be to
     * blame.
     */
    static boolean isTransient(LongrunException error) {
        if (error instanceof ApiException api) {
            return switch (api.status().code()) {
                case UNAVAILABLE, RESOURCE_EXHAUSTED, INTERNAL, UNKNOWN, DEADLINE_EXCEEDED, ABORTED, CANCELLED -> true;
                default -> false;
            };
        }
        return error.isRetryable();
    }

    static Optional<Duration> hint(LongrunException error) {
        return error instanceof ApiException api ? api.retryAfter() : Optional.empty();
    }
}
