// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import dev.longrun.auth.TokenSource;
import dev.longrun.call.Decision.Finish;
import dev.longrun.call.Decision.Reason;
import dev.longrun.call.Decision.Retry;
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
final class CallInProgress {
    private final CallSettings settings;
    private final AdaptiveRate rate;
    private final CallRequest request;
    private final CallOptions options;
    private final TokenSource tokens;
    private final Deadline deadline;
    private int attempts;
    private boolean renewed;
    private boolean connected;
    private boolean lostOne;
    private Optional<Attempt> last = Optional.empty();
    private Map<String, String> authorization = Map.of();

    CallInProgress(CallSettings settings, AdaptiveRate rate, CallRequest request, CallOptions options) {
        this.settings = settings;
        this.rate = rate;
        this.request = request;
        this.options = options;
        this.tokens = settings.guard().tokensFor(request.origin());
        this.deadline = Deadline.after(options.timeout(), settings.time());
    }

    /** What one attempt led to. */
    sealed interface Step {
        record Answer(HttpResponse response) implements Step {}

        record Failure(LongrunException exception) implements Step {}

        record Pause(Duration duration) implements Step {}
    }

    CallRequest request() {
        return request;
    }

    CallClass kind() {
        return CallClass.of(request.rpc());
    }

    Duration remaining() {
        return deadline.remaining();
    }

    Step attempt() {
        if (deadline.passed()) {
            return new Step.Failure(giveUp(Reason.DEADLINE));
        }
        Deadline started = Deadline.after(deadline.clamp(options.attemptTimeout()), settings.time());
        attempts++;
        long sentAt = settings.time().nanoTime();
        Attempt attempt = send(started.total());
        last = Optional.of(attempt);
        connected |= !(attempt instanceof Attempt.Unanswered unanswered && unanswered.neverConnected());
        if (attempt instanceof Attempt.Answered answered) {
            settings.budget().succeeded();
            settings.tell(request, attempt, attempts, started.elapsed());
            return new Step.Answer(answered.response());
        }
        learnRate(attempt, sentAt);
        Decision decision = RetryRule.decide(attempt, options.retry(), situation(attempt));
        settings.tell(request, attempt, attempts, started.elapsed());
        if (decision instanceof Retry retry) {
            lostOne |= kind() == CallClass.CHANGE && attempt.isLost();
            renewed |= retry.newToken();
            if (retry.newToken()) {
                tokens.invalidate(authorization);
            }
            return new Step.Pause(retry.pause());
        }
        return new Step.Failure(failure(attempt, ((Finish) decision).reason()));
    }

    /** What is known when there is no further attempt: what the last one came to, or that none was made. */
    LongrunException giveUp(Reason reason) {
        return last.map(attempt -> failure(attempt, reason)).orElseGet(() -> Failures.unsent(request, reason));
    }

    private LongrunException failure(Attempt attempt, Reason reason) {
        return Failures.of(request, attempt, new Failures.Before(attempts, connected, lostOne), reason);
    }

    LongrunException interrupted(InterruptedException cause) {
        return Failures.interrupted(request, connected, cause);
    }

    <T> T read(HttpResponse response, Function<HttpResponse, T> reader) {
        try {
            return reader.apply(response);
        } catch (JsonException unreadable) {
            throw Failures.unreadable(request, response, unreadable);
        }
    }

    private Attempt send(Duration timeout) {
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
            return Answers.read(
                    settings.transport().send(ready), settings.time().now());
        } catch (IOException noAnswer) {
            return new Attempt.Unanswered(noAnswer);
        }
    }

    private void learnRate(Attempt attempt, long sentAt) {
        if (attempt instanceof Attempt.Refused refused && refused.status().code() == Code.RESOURCE_EXHAUSTED) {
            rate.throttled(sentAt, settings.time().nanoTime(), refused.hint());
        }
    }

    private RetryRule.Situation situation(Attempt attempt) {
        boolean budget = !RetryRule.isTransient(attempt) || settings.budget().failed();
        Duration pause = options.retry().backoff().delay(attempts - 1, settings.random());
        return new RetryRule.Situation(attempts, pause, deadline.remaining(), budget, !tokens.isNone() && !renewed);
    }
}
