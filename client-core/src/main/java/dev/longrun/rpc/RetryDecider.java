// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import dev.longrun.auth.CredentialsException;
import dev.longrun.error.Code;
import dev.longrun.http.ResponseTooLargeException;
import dev.longrun.rpc.RetryDecision.Reason;
import dev.longrun.rpc.RetryDecision.RetryAfter;
import dev.longrun.rpc.RetryDecision.Stop;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Decides what follows a failed attempt. A pure function: no clock, no randomness, no I/O. */
final class RetryDecider {
    private static final Set<Integer> TRANSIENT_HTTP = Set.of(408, 429, 502, 503, 504);

    private RetryDecider() {}

    /**
     * The inputs beside the attempt itself.
     *
     * @param number of this attempt, 1 for the first
     * @param isTransient whether the failure is one to retry
     * @param backoff the pause that the retry policy gives
     * @param remaining time to the call's deadline
     * @param responseTime the time that a further attempt is expected to need
     * @param budget whether the client's retry budget allows another attempt
     * @param tokenMayBeStale whether the request carried a token that this call has not renewed yet
     * @param wasLast whether this attempt was the one just before the deadline
     */
    record RetryContext(
            int number,
            boolean isTransient,
            Duration backoff,
            Duration remaining,
            Duration responseTime,
            boolean budget,
            boolean tokenMayBeStale,
            boolean wasLast) {}

    static RetryDecision decide(AttemptResult attempt, int maxAttempts, RetryContext context) {
        if (context.tokenMayBeStale() && isUnauthenticated(attempt)) {
            return new RetryAfter(Duration.ZERO, true, context.wasLast());
        }
        if (!context.isTransient()) {
            return new Stop(Reason.PERMANENT);
        }
        if (context.number() >= maxAttempts) {
            return new Stop(Reason.ATTEMPTS_USED);
        }
        if (!context.budget()) {
            return new Stop(Reason.BUDGET_SPENT);
        }
        Optional<Duration> hint = hint(attempt);
        Duration pause = hint.orElse(context.backoff());
        if (!context.wasLast() && pause.compareTo(context.remaining()) < 0) {
            return new RetryAfter(pause, false, false);
        }
        Duration latest = context.remaining().minus(context.responseTime());
        if (!context.wasLast() && latest.compareTo(Duration.ZERO) > 0) {
            return new RetryAfter(latest, false, true);
        }
        return new Stop(hint.isPresent() ? Reason.HINT_PAST_DEADLINE : Reason.DEADLINE);
    }

    static boolean isTransient(AttemptResult attempt) {
        if (attempt instanceof AttemptResult.ErrorResponse rejected) {
            return TRANSIENT_HTTP.contains(rejected.response().status())
                    || rejected.status().code() == Code.UNAVAILABLE
                    || rejected.status().code() == Code.RESOURCE_EXHAUSTED;
        }
        return isTransient(((AttemptResult.TransportFailure) attempt).cause());
    }

    private static boolean isTransient(IOException cause) {
        if (cause instanceof CredentialsException credentials) {
            return credentials.retryable();
        }
        return !(cause instanceof ResponseTooLargeException
                || cause instanceof SSLHandshakeException
                || cause instanceof SSLPeerUnverifiedException
                || cause.getClass() == InterruptedIOException.class);
    }

    private static boolean isUnauthenticated(AttemptResult attempt) {
        return attempt instanceof AttemptResult.ErrorResponse rejected
                && rejected.response().status() == 401;
    }

    /** A hint of zero is ignored, so that the backoff applies. */
    private static Optional<Duration> hint(AttemptResult attempt) {
        return attempt instanceof AttemptResult.ErrorResponse rejected
                ? rejected.hint().filter(hint -> hint.compareTo(Duration.ZERO) > 0)
                : Optional.empty();
    }
}
