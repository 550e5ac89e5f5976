// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.auth.TokenSource;
import dev.longrun.call.AttemptEvent;
import dev.longrun.call.CallOptions;
import dev.longrun.call.ClientListener;
import dev.longrun.call.ContextCarrier;
import dev.longrun.call.RateLimit;
import dev.longrun.call.RetryPolicy;
import dev.longrun.error.LongrunException;
import dev.longrun.http.HttpRequest;
import dev.longrun.http.HttpResponse;
import dev.longrun.time.Backoff;
import dev.longrun.time.HandTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A call whose transport follows a script and whose clock moves by hand. */
abstract class RetryingCallFixture {
    static final Backoff ONE_TWO_FOUR = Backoff.exponential(Duration.ofSeconds(1), 2, Duration.ofSeconds(4));
    static final HttpResponse UNAVAILABLE = Calls.answer(503, Calls.error(503, "UNAVAILABLE", "busy"));
    static final HttpResponse UNAUTHENTICATED = Calls.answer(401, Calls.error(401, "UNAUTHENTICATED", "no token"));

    final HandTime time = new HandTime();
    final ScriptedTransport transport = new ScriptedTransport(time);
    final NumberedTokens tokens = new NumberedTokens();
    final AdaptiveRateLimiter rate = new AdaptiveRateLimiter(RateLimit.adaptive(), 0);
    final RetryBudget budget = RetryBudget.of(8);
    final List<AttemptEvent> events = new ArrayList<>();
    final CallOptions options =
            CallOptions.defaults().withRetry(RetryPolicy.defaults().withBackoff(ONE_TWO_FOUR));

    RetryingCall call() {
        return call(tokens, events::add);
    }

    RetryingCall call(TokenSource credentials, Consumer<AttemptEvent> listener) {
        return new RetryingCall(settings(credentials, listener), rate, Calls.get(), options);
    }

    RpcClientConfig settings(TokenSource credentials, Consumer<AttemptEvent> listener) {
        return new RpcClientConfig(
                transport,
                new CredentialPolicy(credentials, false, false),
                new RequestHeaders("longrun-java/1", "gl-java/17.0.1 gccl/1"),
                budget,
                new Listeners(List.of(ClientListener.ofAttempts(listener)), Optional.empty()),
                time,
                () -> 0,
                ClientThreads.ofSize(4),
                RateLimit.adaptive(),
                ContextCarrier.none());
    }

    /** Makes an attempt; the pause before the next one, or null once the call has ended. */
    @Nullable
    Duration attempt(RetryingCall call) {
        try {
            HttpRequest request = call.nextRequest();
            return request == null ? null : call.attemptEnded(transport.send(request));
        } catch (IOException failed) {
            return call.attemptFailed(failed);
        }
    }

    LongrunException failureOf(RetryingCall call) {
        assertThat(attempt(call)).isNull();
        return requireNonNull(call.failure());
    }
}
