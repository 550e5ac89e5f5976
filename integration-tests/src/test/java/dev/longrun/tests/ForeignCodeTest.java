// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.OperationsClient;
import dev.longrun.OperationsClientBuilder;
import dev.longrun.auth.TokenSource;
import dev.longrun.call.AttemptEvent;
import dev.longrun.call.CallEvent;
import dev.longrun.call.ClientListener;
import dev.longrun.call.OperationEvent;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.error.ConfigurationException;
import dev.longrun.operation.Operation;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Code of the application throws anything, once, at each place where it is called: the cancel goes on. */
class ForeignCodeTest {
    private final Harness harness = Harness.start();

    @AfterEach
    void close() {
        harness.close();
    }

    private enum Place {
        INTERCEPTOR_BEFORE_THE_REQUEST,
        INTERCEPTOR_AFTER_THE_RESPONSE,
        NETWORK_INTERCEPTOR_AFTER_THE_RESPONSE,
        TRANSPORT_BEFORE_THE_REQUEST,
        TRANSPORT_AFTER_THE_RESPONSE,
        TRANSPORT_BY_ITS_FUTURE,
        RESPONSE_HEADERS,
        TOKEN_SOURCE_ON_A_RETRY,
        TOKEN_SOURCE_INVALIDATE,
        LISTENER_CALL_STARTED,
        LISTENER_ATTEMPT_ENDED,
        LISTENER_CALL_ENDED,
        LISTENER_OPERATION_STARTED,
        LISTENER_OPERATION_ENDED,
        SNAPSHOT_LISTENER
    }

    static Stream<Arguments> placesAndThrowables() {
        List<Supplier<Throwable>> throwables = List.of(
                () -> new IllegalStateException("unchecked"),
                () -> new NoSuchMethodError("error"),
                () -> new StackOverflowError(),
                () -> new Exception("checked, but not declared"));
        return Stream.of(Place.values())
                .flatMap(place -> throwables.stream()
                        .map(thrown ->
                                Arguments.of(place, thrown.get().getClass().getSimpleName(), thrown)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("placesAndThrowables")
    void whatItThrowsCostsAtMostTheAttempt(Place place, String type, Supplier<Throwable> thrown) {
        OperationName name = Harness.name("cancels-500-" + place.ordinal() + type);
        AtomicInteger times = new AtomicInteger();
        try (OperationsClient client =
                with(place, () -> failOnce(times, thrown)).build()) {
            CancelOutcome outcome = client.canceller()
                    .cancel(name, CancelOptions.defaults().withListener((Operation snapshot) -> {
                        if (place == Place.SNAPSHOT_LISTENER) {
                            failOnce(times, thrown);
                        }
                    }));
            assertThat(times).as("the place was reached").hasPositiveValue();
            assertThat(outcome.kind()).isEqualTo(CancelOutcome.Kind.CANCELLED);
        }
    }

    private static void failOnce(AtomicInteger times, Supplier<Throwable> thrown) {
        if (times.getAndIncrement() == 0) {
            Undeclared.thrown(thrown.get());
        }
    }

    private OperationsClientBuilder with(Place place, Runnable fail) {
        OperationsClientBuilder builder = harness.clientBuilder();
        return switch (place) {
            case INTERCEPTOR_BEFORE_THE_REQUEST ->
                builder.http(new OkHttpClient.Builder()
                        .addInterceptor(chain -> {
                            fail.run();
                            return chain.proceed(chain.request());
                        })
                        .build());
            case INTERCEPTOR_AFTER_THE_RESPONSE ->
                builder.http(
                        new OkHttpClient.Builder().addInterceptor(after(fail)).build());
            case NETWORK_INTERCEPTOR_AFTER_THE_RESPONSE ->
                builder.http(new OkHttpClient.Builder()
                        .addNetworkInterceptor(after(fail))
                        .build());
            case TRANSPORT_BEFORE_THE_REQUEST ->
                builder.transport(new HookedTransport((request, response) -> fail.run(), (request, response) -> {}));
            case TRANSPORT_AFTER_THE_RESPONSE, TRANSPORT_BY_ITS_FUTURE ->
                builder.transport(new HookedTransport((request, response) -> {}, (request, response) -> fail.run()));
            case RESPONSE_HEADERS -> {
                harness.server.faults().on(ApiMethod.CANCEL).once(Fault.respondWith(503, Map.of(), "busy"));
                yield builder.transport(new HookedTransport.WithHeaders(fail));
            }
            case TOKEN_SOURCE_ON_A_RETRY -> {
                harness.server.faults().on(ApiMethod.CANCEL).once(Fault.respondWith(503, Map.of(), "busy"));
                AtomicInteger asked = new AtomicInteger();
                yield builder.credentialsOverLoopback(true)
                        .credentials(new Tokens(
                                () -> {
                                    if (asked.getAndIncrement() > 0) {
                                        fail.run();
                                    }
                                },
                                () -> {}));
            }
            case TOKEN_SOURCE_INVALIDATE -> {
                harness.server.faults().on(ApiMethod.CANCEL).once(Fault.unauthenticated());
                yield builder.credentialsOverLoopback(true).credentials(new Tokens(() -> {}, fail));
            }
            case LISTENER_CALL_STARTED,
                    LISTENER_ATTEMPT_ENDED,
                    LISTENER_CALL_ENDED,
                    LISTENER_OPERATION_STARTED,
                    LISTENER_OPERATION_ENDED -> builder.listener(new Throwing(place, fail));
            case SNAPSHOT_LISTENER -> builder;
        };
    }

    private static Interceptor after(Runnable fail) {
        return chain -> {
            var response = chain.proceed(chain.request());
            fail.run();
            return response;
        };
    }

    /** The first token cannot be had: nothing was asked for, and the exception says so. */
    @ParameterizedTest(name = "{1}")
    @MethodSource("placesAndThrowables")
    void aSourceWithoutATokenMeansThatNothingIsAskedFor(Place place, String type, Supplier<Throwable> thrown) {
        try (OperationsClient client = harness.clientBuilder()
                .credentialsOverLoopback(true)
                .credentials(new Tokens(() -> Undeclared.thrown(thrown.get()), () -> {}))
                .build()) {
            assertThatThrownBy(() -> client.canceller().cancel(Harness.name("cancels-500-none")))
                    .isInstanceOf(ConfigurationException.class);
        }
        assertThat(harness.requests(ApiMethod.CANCEL)).isZero();
    }

    @ParameterizedTest
    @MethodSource("oddHints")
    void anOddRetryAfterIsNoHint(String value) {
        OperationName name = Harness.name("cancels-500-hint");
        harness.server.faults().on(ApiMethod.GET).once(Fault.respondWith(503, Map.of(), "busy"));
        try (OperationsClient client = harness.clientBuilder()
                .http(new OkHttpClient.Builder()
                        .addNetworkInterceptor(chain -> {
                            var response = chain.proceed(chain.request());
                            return response.newBuilder()
                                    .headers(response.headers()
                                            .newBuilder()
                                            .addUnsafeNonAscii("Retry-After", value)
                                            .build())
                                    .build();
                        })
                        .build())
                .build()) {
            assertThat(client.operations().get(name).done()).isFalse();
        }
    }

    static List<String> oddHints() {
        return List.of(
                "\u0661\u0662", "\uff11", "\u00ff\u00fe", "demain \u00e0 midi", "", "99999999999999999999", "-1");
    }

    @Test
    void anOddRetryAfterTravelsOverARealSocket() {
        harness.server
                .faults()
                .on(ApiMethod.GET)
                .once(Fault.respondWith(503, Map.of("Retry-After", "9999999999"), "busy"));
        assertThat(harness.client
                        .operations()
                        .get(Harness.name("cancels-500-far"))
                        .done())
                .isFalse();
    }

    private record Tokens(Runnable onFetch, Runnable onInvalidate) implements TokenSource {
        @Override
        public Map<String, String> headers(Duration timeout) throws IOException {
            onFetch.run();
            return Map.of("Authorization", "Bearer token-of-a-test");
        }

        @Override
        public void invalidate(Map<String, String> refused) {
            onInvalidate.run();
        }
    }

    private record Throwing(Place place, Runnable fail) implements ClientListener {
        private void at(Place here) {
            if (place == here) {
                fail.run();
            }
        }

        @Override
        public void callStarted(CallEvent event) {
            at(Place.LISTENER_CALL_STARTED);
        }

        @Override
        public void attemptEnded(AttemptEvent event) {
            at(Place.LISTENER_ATTEMPT_ENDED);
        }

        @Override
        public void callEnded(CallEvent event) {
            at(Place.LISTENER_CALL_ENDED);
        }

        @Override
        public void operationStarted(OperationEvent event) {
            at(Place.LISTENER_OPERATION_STARTED);
        }

        @Override
        public void operationEnded(OperationEvent event) {
            at(Place.LISTENER_OPERATION_ENDED);
        }
    }
}
