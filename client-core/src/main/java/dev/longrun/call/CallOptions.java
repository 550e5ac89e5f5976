// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import java.time.Duration;
import java.util.Objects;

/**
 * The deadline of one call, the timeout of each attempt, and its retries.
 *
 * <pre>{@code
 * Operations patient = client.operations().with(CallOptions.defaults().withTimeout(Duration.ofMinutes(5)));
 * }</pre>
 *
 * <p>Immutable. A duration that is zero or negative is refused with an {@link IllegalArgumentException}.
 */
public final class CallOptions {
    private static final CallOptions DEFAULTS =
            new CallOptions(Duration.ofMinutes(1), Duration.ofSeconds(20), RetryPolicy.defaults());

    private final Duration timeout;
    private final Duration attemptTimeout;
    private final RetryPolicy retry;

    private CallOptions(Duration timeout, Duration attemptTimeout, RetryPolicy retry) {
        this.timeout = timeout;
        this.attemptTimeout = attemptTimeout;
        this.retry = retry;
    }

    /** One minute for the call, twenty seconds for an attempt, {@link RetryPolicy#defaults()}. */
    public static CallOptions defaults() {
        return DEFAULTS;
    }

    /** The whole call: queues, token fetches, attempts and the pauses between them. */
    public Duration timeout() {
        return timeout;
    }

    /** One attempt: its token fetch, connecting, sending, and reading the response to its last byte. */
    public Duration attemptTimeout() {
        return attemptTimeout;
    }

    /** Which attempts are followed by another, and how soon. */
    public RetryPolicy retry() {
        return retry;
    }

    public CallOptions withTimeout(Duration value) {
        return new CallOptions(positive("timeout", value), attemptTimeout, retry);
    }

    public CallOptions withAttemptTimeout(Duration value) {
        return new CallOptions(timeout, positive("attemptTimeout", value), retry);
    }

    public CallOptions withRetry(RetryPolicy value) {
        return new CallOptions(timeout, attemptTimeout, value);
    }

    private static Duration positive(String option, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(
                    option + " must be longer than zero, for example PT30S (30 seconds); got " + value);
        }
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CallOptions options
                && timeout.equals(options.timeout)
                && attemptTimeout.equals(options.attemptTimeout)
                && retry.equals(options.retry);
    }

    @Override
    public int hashCode() {
        return Objects.hash(timeout, attemptTimeout, retry);
    }

    /** {@code timeout PT1M, attemptTimeout PT20S, 8 attempts}. */
    @Override
    public String toString() {
        return "timeout " + timeout + ", attemptTimeout " + attemptTimeout + ", " + retry;
    }
}
