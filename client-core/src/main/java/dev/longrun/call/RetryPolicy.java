// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import dev.longrun.error.LongrunException;
import dev.longrun.time.Backoff;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which failed attempts of a call are followed by another, how often and how soon.
 *
 * <p>Unless {@link #withRetryIf} says otherwise, transient failures are retried: UNAVAILABLE, RESOURCE_EXHAUSTED, HTTP
 * 408, 429, 502, 503 and 504, a 403 whose reason is a quota, and a missing response. All calls of Longrun are
 * idempotent, so each may be repeated.
 *
 * <p>A server's {@code Retry-After} or {@code google.rpc.RetryInfo} replaces the backoff. If the pause would pass the
 * call's deadline, the call waits and makes one last attempt as late as it can still be answered.
 *
 * <p>Immutable. A bad value is refused with an {@link IllegalArgumentException}.
 */
public final class RetryPolicy {
    private static final RetryPolicy DEFAULTS = new RetryPolicy(
            8,
            Backoff.exponential(Duration.ofMillis(200), 2.0, Duration.ofSeconds(10))
                    .withJitter(Backoff.Jitter.FULL),
            null);
    private static final RetryPolicy NONE = DEFAULTS.withMaxAttempts(1);

    private final int maxAttempts;
    private final Backoff backoff;
    private final @Nullable Predicate<LongrunException> retryIf;

    private RetryPolicy(int maxAttempts, Backoff backoff, @Nullable Predicate<LongrunException> retryIf) {
        this.maxAttempts = maxAttempts;
        this.backoff = backoff;
        this.retryIf = retryIf;
    }

    /** Eight attempts; pauses drawn from zero to 0.2 s, 0.4 s, … 10 s. */
    public static RetryPolicy defaults() {
        return DEFAULTS;
    }

    /** One attempt. */
    public static RetryPolicy none() {
        return NONE;
    }

    /** The number of attempts in all, the first one included. */
    public int maxAttempts() {
        return maxAttempts;
    }

    /** The pause before the second attempt, the third, … */
    public Backoff backoff() {
        return backoff;
    }

    public Optional<Predicate<LongrunException>> retryIf() {
        return Optional.ofNullable(retryIf);
    }

    /** @param value at least 1, which never retries */
    public RetryPolicy withMaxAttempts(int value) {
        if (value < 1) {
            throw new IllegalArgumentException("maxAttempts must be at least 1 (1 = no retry); got " + value);
        }
        return new RetryPolicy(value, backoff, retryIf);
    }

    public RetryPolicy withBackoff(Backoff value) {
        return new RetryPolicy(maxAttempts, value, retryIf);
    }

    /**
     * Retries exactly the failures that match, within the attempts, the retry budget and the deadline. A rejected token
     * (401) is renewed once in any case. A predicate that throws matches nothing.
     *
     * <pre>{@code
     * RetryPolicy.defaults().withRetryIf(failure -> failure.isRetryable()
     *         || failure instanceof ApiException api && api.status().code() == Code.ABORTED)
     * }</pre>
     */
    public RetryPolicy withRetryIf(Predicate<LongrunException> predicate) {
        return new RetryPolicy(maxAttempts, backoff, predicate);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RetryPolicy policy
                && maxAttempts == policy.maxAttempts
                && backoff.equals(policy.backoff)
                && Objects.equals(retryIf, policy.retryIf);
    }

    @Override
    public int hashCode() {
        return Objects.hash(maxAttempts, backoff, retryIf);
    }

    @Override
    public String toString() {
        return maxAttempts == 1 ? "no retry" : maxAttempts + " attempts";
    }
}
