// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import dev.longrun.auth.TokenSource;
import dev.longrun.call.RetryDecision.Finish;
import dev.longrun.call.RetryDecision.Reason;
import dev.longrun.call.RetryDecision.Retry;
import dev.longrun.error.Code;
import dev.longrun.error.LongrunException;
import dev.longrun.http.HttpRequest;
import dev.longrun.http.HttpResponse;
import dev.longrun.json.JsonException;
import dev.longrun.time.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One call from its first attempt to its last; makes one attempt at a time, on whatever thread asks. */
final class RetryingCall {
    private final RpcClientConfig settings;
    private final AdaptiveRateLimiter rate;
    private final CallRequest request;
    private final CallOptions options;
    private final TokenSource tokens;
    private final Deadline deadline;
    private int attempts;
    private boolean renewed;
    private boolean connected;
    private boolean lostOne;
    private Optional<AttemptResult> last = Optional.empty();
    private Map<String, String> authorization = Map.of();

    RetryingCall(RpcClientConfig settings, AdaptiveRateLimiter rate, CallRequest request, CallOptions options) {
        this.settings = settings;
        this.rate = rate;
        this.request = request;
        this.options = options;
        this.tokens = settings.guard().tokensFor(request.origin());
        this.deadline = Deadline.after(options.timeout(), settings.time());
    }

    /** What one attempt led to. */
    sealed interface NextAction {
        record Answer(HttpResponse response) implements NextAction {}

        record Failure(LongrunException exception) implements NextAction {}

        record Pause(Duration duration) implements NextAction {}
    }

    CallRequest request() {
        return request;
    }

    RequestPriority kind() {
        return RequestPriority.of(request.rpc());
    }

    Duration remaining() {
        return deadline.remaining();
    }

    NextAction attempt() {
        if (deadline.passed()) {
            return new NextAction.Failure(giveUp(Reason.DEADLINE));
        }
        Deadline started = Deadline.after(deadline.clamp(options.attemptTimeout()), settings.time());
        attempts++;
        long sentAt = settings.time().nanoTime();
        AttemptResult attempt = send(started.total());
        last = Optional.of(attempt);
        connected |= !(attempt instanceof AttemptResult.TransportFailure unanswered && unanswered.neverConnected());
        if (attempt instanceof AttemptResult.Success answered) {
            settings.budget().succeeded();
            settings.tell(request, attempt, attempts, started.elapsed());
            return new NextAction.Answer(answered.response());
        }
        learnRate(attempt, sentAt);
        RetryDecision decision = RetryDecider.decide(attempt, options.retry(), situation(attempt));
        settings.tell(request, attempt, attempts, started.elapsed());
        if (decision instanceof Retry retry) {
            lostOne |= kind() == RequestPriority.CHANGE && attempt.isLost();
            renewed |= retry.newToken();
            if (retry.newToken()) {
                tokens.invalidate(authorization);
            }
            return new NextAction.Pause(retry.pause());
        }
        return new NextAction.Failure(failure(attempt, ((Finish) decision).reason()));
    }

    /** What is known when there is no further attempt: what the last one came to, or that none was made. */
    LongrunException giveUp(Reason reason) {
        return last.map(attempt -> failure(attempt, reason)).orElseGet(() -> ErrorMapper.unsent(request, reason));
    }

    private LongrunException failure(AttemptResult attempt, Reason reason) {
        return ErrorMapper.of(request, attempt, new ErrorMapper.AttemptHistory(attempts, connected, lostOne), reason);
    }

    LongrunException interrupted(InterruptedException cause) {
        return ErrorMapper.interrupted(request, connected, cause);
    }

    <T> T read(HttpResponse response, Function<HttpResponse, T> reader) {
        try {
            return reader.apply(response);
        } catch (JsonException unreadable) {
            throw ErrorMapper.unreadable(request, response, unreadable);
        }
    }

    private AttemptResult send(Duration timeout) {
        try {
            authorization = tokens.headers(timeout);
            HttpRequest ready = new HttpRequest(
                    request.method(),
                    request.origin(),
                    request.path(),
                    request.query(),
                    settings.identity().headers(request, authorization),
                    request.body(),
                    timeout);
            return ResponseClassifier.read(
                    settings.transport().send(ready), settings.time().now());
        } catch (IOException noAnswer) {
            return new AttemptResult.TransportFailure(noAnswer);
        }
    }

    private void learnRate(AttemptResult attempt, long sentAt) {
        if (attempt instanceof AttemptResult.ErrorResponse refused
                && refused.status().code() == Code.RESOURCE_EXHAUSTED) {
            rate.throttled(sentAt, settings.time().nanoTime(), refused.hint());
        }
    }

    private RetryDecider.RetryContext situation(AttemptResult attempt) {
        boolean budget = !RetryDecider.isTransient(attempt) || settings.budget().failed();
        Duration pause = options.retry().backoff().delay(attempts - 1, settings.random());
        return new RetryDecider.RetryContext(
                attempts, pause, deadline.remaining(), budget, !tokens.isNone() && !renewed);
    }
}
