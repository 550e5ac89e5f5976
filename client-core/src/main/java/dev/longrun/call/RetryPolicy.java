// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import dev.longrun.error.NotSentException;
import dev.longrun.time.Backoff;
import dev.longrun.time.Jitter;
import java.time.Duration;

/**
 * How often and how soon a call is tried again when its answer was transient: UNAVAILABLE, RESOURCE_EXHAUSTED, HTTP
 * 408, 429, 502, 503, 504, a quota refusal dressed as 403, or no answer at all.
 *
 * <p>All five Operations RPCs are idempotent, so each may be repeated. A server's {@code Retry-After} or
 * {@code google.rpc.RetryInfo} replaces our own pause; a hint that lies past the call's deadline ends the call at once.
 *
 * @param maxAttempts attempts in all, the first one included; 1 never retries
 * @param backoff the pause before the second attempt, the third, …
 */
public record RetryPolicy(int maxAttempts, Backoff backoff) {
    public RetryPolicy {
        if (maxAttempts < 1) {
            throw new NotSentException("maxAttempts must be at least 1 (1 = no retry); got " + maxAttempts);
        }
    }

    /** Eight attempts; pauses drawn from zero to 0.2 s, 0.4 s, … 10 s. */
    public static RetryPolicy defaults() {
        return new RetryPolicy(8, new Backoff(Duration.ofMillis(200), 2.0, Duration.ofSeconds(10), Jitter.FULL));
    }

    /** One attempt. */
    public static RetryPolicy none() {
        return new RetryPolicy(1, defaults().backoff());
    }

    public RetryPolicy withMaxAttempts(int value) {
        return new RetryPolicy(value, backoff);
    }

    public RetryPolicy withBackoff(Backoff value) {
        return new RetryPolicy(maxAttempts, value);
    }
}
