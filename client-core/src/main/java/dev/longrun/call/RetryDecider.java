// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import dev.longrun.auth.CredentialsException;
import dev.longrun.call.RetryDecision.Finish;
import dev.longrun.call.RetryDecision.Reason;
import dev.longrun.call.RetryDecision.Retry;
import dev.longrun.error.Code;
import dev.longrun.http.ResponseTooLargeException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Decides what follows an attempt, from what is known and nothing else: no clock, no randomness, no I/O. */
final class RetryDecider {
    private static final Set<Integer> TRANSIENT_HTTP = Set.of(408, 429, 502, 503, 504);

    private RetryDecider() {}

    /**
     * What is known after an attempt.
     *
     * @param number of this attempt, 1 for the first
     * @param pause our own draw from the backoff
     * @param remaining time to the call's deadline
     * @param budget whether the client's retry budget allows another
     * @param tokenMayBeStale whether the request carried a token that has not been renewed for this call yet
     */
    record RetryContext(int number, Duration pause, Duration remaining, boolean budget, boolean tokenMayBeStale) {}

    static RetryDecision decide(AttemptResult attempt, RetryPolicy policy, RetryContext now) {
        if (attempt instanceof AttemptResult.Success) {
            return new Finish(Reason.ANSWERED);
        }
        if (isUnauthenticated(attempt) && now.tokenMayBeStale()) {
            return new Retry(Duration.ZERO, true);
        }
        if (!isTransient(attempt)) {
            return new Finish(Reason.PERMANENT);
        }
        Optional<Duration> hint = hint(attempt);
        if (hint.isPresent() && hint.get().compareTo(now.remaining()) >= 0) {
            return new Finish(Reason.HINT_PAST_DEADLINE);
        }
        if (now.number() >= policy.maxAttempts()) {
            return new Finish(Reason.ATTEMPTS_USED);
        }
        if (!now.budget()) {
            return new Finish(Reason.BUDGET_SPENT);
        }
        Duration pause = hint.orElse(now.pause());
        return pause.compareTo(now.remaining()) < 0 ? new Retry(pause, false) : new Finish(Reason.DEADLINE);
    }

    static boolean isTransient(AttemptResult attempt) {
        if (attempt instanceof AttemptResult.ErrorResponse refused) {
            return TRANSIENT_HTTP.contains(refused.response().status())
                    || refused.status().code() == Code.UNAVAILABLE
                    || refused.status().code() == Code.RESOURCE_EXHAUSTED;
        }
        return attempt instanceof AttemptResult.TransportFailure unanswered && isTransient(unanswered.cause());
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
        return attempt instanceof AttemptResult.ErrorResponse refused
                && refused.response().status() == 401;
    }

    /** To be asked to wait for nothing is no reason to hammer: our own pause holds then. */
    private static Optional<Duration> hint(AttemptResult attempt) {
        return attempt instanceof AttemptResult.ErrorResponse refused
                ? refused.hint().filter(hint -> hint.compareTo(Duration.ZERO) > 0)
                : Optional.empty();
    }
}
