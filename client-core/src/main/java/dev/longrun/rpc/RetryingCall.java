// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import dev.longrun.auth.TokenSource;
import dev.longrun.call.CallOptions;
import dev.longrun.call.ClientTracer;
import dev.longrun.error.Code;
import dev.longrun.error.ConfigurationException;
import dev.longrun.error.LongrunException;
import dev.longrun.http.HttpRequest;
import dev.longrun.http.HttpResponse;
import dev.longrun.rpc.CallRequest.Priority;
import dev.longrun.rpc.RetryDecision.Reason;
import dev.longrun.rpc.RetryDecision.RetryAfter;
import dev.longrun.rpc.RetryDecision.Stop;
import dev.longrun.text.SafeCause;
import dev.longrun.time.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The state of one call from its first attempt to its last. It prepares requests and takes in their results; the loops
 * in {@link RpcClient} and {@link AsyncRetryLoop} send and wait. One thread at a time.
 */
final class RetryingCall {
    private static final Duration MIN_RESPONSE_TIME = Duration.ofMillis(50);

    private final RpcClientConfig settings;
    private final AdaptiveRateLimiter rate;
    private final CallRequest request;
    private final CallOptions options;
    private final TokenSource tokens;
    private final Deadline deadline;
    private final @Nullable CallObserver observer;
    private int attempts;
    private boolean tokenRenewed;
    private boolean connected;
    private boolean earlierAttemptAmbiguous;
    private boolean lastAttempt;
    private long sentAt;
    private @Nullable Deadline attempt;
    private @Nullable AttemptResult failed;
    private @Nullable LongrunException failure;
    private @Nullable HttpResponse response;
    private Map<String, String> authorization = Map.of();

    RetryingCall(RpcClientConfig settings, AdaptiveRateLimiter rate, CallRequest request, CallOptions options) {
        this.settings = settings;
        this.rate = rate;
        this.request = request;
        this.options = options;
        this.tokens = settings.guard().tokensFor(request.origin());
        this.deadline = Deadline.after(options.timeout(), settings.time());
        this.observer = settings.listeners().observe(request, deadline);
    }

    CallRequest request() {
        return request;
    }

    Priority priority() {
        return request.priority();
    }

    Duration remaining() {
        return deadline.remaining();
    }

    /** Whether the next attempt is made just before the deadline and does not wait for a permit of the rate limiter. */
    boolean lastAttempt() {
        return lastAttempt;
    }

    /** The 2xx response, once there is one. */
    @Nullable
    HttpResponse response() {
        return response;
    }

    /** Why the call failed, once it has. */
    @Nullable
    LongrunException failure() {
        return failure;
    }

    /**
     * The next request, with its token; null if there is none: then {@link #failure} or the returned pause of
     * {@link #attemptFailed} says what follows. Blocks while a token is fetched, and that time counts for the attempt.
     *
     * @throws IOException if there is no token
     */
    @Nullable
    HttpRequest nextRequest() throws IOException {
        if (deadline.passed()) {
            fail(Reason.DEADLINE);
            return null;
        }
        Deadline limit = Deadline.after(deadline.clamp(options.attemptTimeout()), settings.time());
        attempt = limit;
        attempts++;
        sentAt = settings.time().nanoTime();
        rate.sent(sentAt);
        if (observer != null) {
            observer.attemptStarted(attempts, limit);
        }
        authorization = token(limit.total());
        if (limit.passed()) {
            throw ErrorMapper.noTimeLeftAfterToken(limit.total());
        }
        try {
            HttpRequest next = HttpRequest.of(request.method(), request.origin(), request.path(), limit.remaining())
                    .withQuery(request.query())
                    .withHeaders(settings.identity().headers(request, authorization))
                    .withBody(request.body());
            return observer == null ? next : observer.withHeaders(next);
        } catch (IllegalArgumentException unsendable) {
            throw ErrorMapper.unsendable(request, unsendable);
        }
    }

    /** Makes the attempt the current one of the tracer on this thread, while it is sent; null without a tracer. */
    ClientTracer.@Nullable Scope makeCurrent() {
        return observer == null ? null : observer.makeCurrent();
    }

    private Map<String, String> token(Duration timeout) throws IOException {
        try {
            return tokens.headers(timeout);
        } catch (ConfigurationException known) {
            throw known;
        } catch (Throwable failed) { // errors, and checked ones of other languages, too
            throw ErrorMapper.withoutToken(failed);
        }
    }

    private @Nullable Duration takeIn(HttpResponse answer) {
        HttpResponse received =
                authorization.isEmpty() ? answer : EchoedToken.of(authorization).removedFrom(answer);
        if (received.status() / 100 == 2) {
            rate.accepted(sentAt, settings.time().nanoTime());
            settings.budget().succeeded();
            notifyAttempt(received.status(), "");
            response = received;
            return null;
        }
        return next(ErrorResponseReader.read(received, settings.time().now()));
    }

    /**
     * Takes in the response; returns the pause before the next attempt, or null if the call has ended. A response whose
     * headers cannot be read, as foreign code gives them, is like none.
     */
    @Nullable
    Duration attemptEnded(HttpResponse answer) {
        try {
            return takeIn(answer);
        } catch (Throwable broken) { // errors, and checked ones of other languages, too
            return attemptFailed(ErrorMapper.foreignFailure(broken));
        }
    }

    /** The failure of an attempt that the transport refused to make. */
    ConfigurationException unsendable(IllegalArgumentException why) {
        return ErrorMapper.unsendable(request, why);
    }

    /** As {@link #attemptEnded}, of an attempt without a response. */
    @Nullable
    Duration attemptFailed(IOException cause) {
        return next(AttemptResult.of(
                cause,
                authorization.isEmpty() ? cause : EchoedToken.of(authorization).removedFrom(cause)));
    }

    private @Nullable Duration next(AttemptResult result) {
        failed = result;
        connected |= !result.neverConnected();
        learnRate(result);
        RetryDecision decision = RetryDecider.decide(result, options.retry().maxAttempts(), context(result));
        notifyAttempt(result.httpStatus(), result.problem());
        if (decision instanceof Stop stop) {
            failure = exception(result, stop.reason());
            return null;
        }
        RetryAfter retry = (RetryAfter) decision;
        earlierAttemptAmbiguous |= priority() == Priority.CHANGE && result.isAmbiguous();
        lastAttempt = retry.last();
        if (retry.newToken()) {
            tokenRenewed = true;
            invalidateToken();
        }
        return retry.pause();
    }

    /** What a source throws here costs nothing: its next token is asked for in any case. */
    private void invalidateToken() {
        try {
            tokens.invalidate(authorization);
        } catch (Throwable ignored) {
            LoggerFactory.getLogger(TokenSource.class)
                    .warn("a TokenSource failed to invalidate a token and was ignored", SafeCause.of(ignored));
        }
    }

    /** Ends the call without a further attempt: with what the last one came to, or because none was made. */
    LongrunException fail(Reason reason) {
        LongrunException end = failed == null ? ErrorMapper.unsent(request, reason) : exception(failed, reason);
        failure = end;
        return end;
    }

    LongrunException interrupted(InterruptedException cause) {
        return ErrorMapper.interrupted(request, connected, cause);
    }

    private LongrunException exception(AttemptResult result, Reason reason) {
        return ErrorMapper.of(
                request, result, new ErrorMapper.AttemptHistory(attempts, connected, earlierAttemptAmbiguous), reason);
    }

    <T extends @Nullable Object> T read(HttpResponse received, Function<HttpResponse, T> reader) {
        try {
            return reader.apply(received);
        } catch (RuntimeException unreadable) {
            throw ErrorMapper.unreadable(request, received, unreadable);
        }
    }

    /** Notifies listeners of the end; only the first call does. */
    void ended(@Nullable Throwable cause) {
        if (observer != null) {
            observer.ended(attempts, cause);
        }
    }

    private void notifyAttempt(int httpStatus, String problem) {
        if (attempt != null && observer != null) {
            observer.attemptEnded(httpStatus, problem);
        }
    }

    /** The limit of the rate concerns other calls too, so it is learnt from a response that came too late for this. */
    void learnRate(HttpResponse late) {
        if (late.status() / 100 != 2) {
            learnRate(ErrorResponseReader.read(late, settings.time().now()));
        }
    }

    private void learnRate(AttemptResult result) {
        if (result instanceof AttemptResult.ErrorResponse rejected) {
            long now = settings.time().nanoTime();
            if (rejected.status().code() == Code.RESOURCE_EXHAUSTED) {
                rate.throttled(sentAt, now, rejected.hint());
            } else {
                rate.accepted(sentAt, now);
            }
        }
    }

    private RetryDecider.RetryContext context(AttemptResult result) {
        boolean isTransient = isTransient(result);
        Duration seen = attempt == null ? Duration.ZERO : attempt.elapsed().multipliedBy(2);
        return new RetryDecider.RetryContext(
                attempts,
                isTransient,
                options.retry().backoff().delay(attempts - 1, settings.random()),
                deadline.remaining(),
                seen.compareTo(MIN_RESPONSE_TIME) > 0 ? seen : MIN_RESPONSE_TIME,
                !isTransient || settings.budget().failed(),
                !authorization.isEmpty() && !tokenRenewed,
                lastAttempt);
    }

    private boolean isTransient(AttemptResult result) {
        return options.retry()
                .retryIf()
                .map(predicate -> {
                    try {
                        return predicate.test(exception(result, Reason.PERMANENT));
                    } catch (Throwable failed) {
                        return false;
                    }
                })
                .orElseGet(() -> RetryDecider.isTransient(result));
    }
}
