// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import dev.longrun.error.NotSentException;
import java.time.Duration;

/**
 * How long one call may take, and how it is retried.
 *
 * <pre>{@code
 * Operations patient = client.operations().with(CallOptions.defaults().withTimeout(Duration.ofMinutes(5)));
 * }</pre>
 *
 * @param timeout the whole call: every attempt, every pause between them and token fetches
 * @param attemptTimeout one attempt, from connecting to the last byte of the answer; the socket is aborted then
 * @param retry which attempts are followed by another, and how soon
 */
public record CallOptions(Duration timeout, Duration attemptTimeout, RetryPolicy retry) {
    public CallOptions {
        requirePositive("timeout", timeout);
        requirePositive("attemptTimeout", attemptTimeout);
    }

    /** One minute for the call, twenty seconds for an attempt, {@link RetryPolicy#defaults()}. */
    public static CallOptions defaults() {
        return new CallOptions(Duration.ofMinutes(1), Duration.ofSeconds(20), RetryPolicy.defaults());
    }

    public CallOptions withTimeout(Duration value) {
        return new CallOptions(value, attemptTimeout, retry);
    }

    public CallOptions withAttemptTimeout(Duration value) {
        return new CallOptions(timeout, value, retry);
    }

    public CallOptions withRetry(RetryPolicy value) {
        return new CallOptions(timeout, attemptTimeout, value);
    }

    private static void requirePositive(String what, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new NotSentException(
                    what + " must be longer than zero, for example PT30S (30 seconds); got " + value);
        }
    }
}
