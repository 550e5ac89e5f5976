// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.OperationsClient;
import dev.longrun.call.AttemptEvent;
import dev.longrun.call.CallEvent;
import dev.longrun.call.CallOptions;
import dev.longrun.call.ClientListener;
import dev.longrun.call.OperationEvent;
import dev.longrun.call.RateLimit;
import dev.longrun.call.RetryPolicy;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.error.ApiException;
import dev.longrun.error.Code;
import dev.longrun.error.LongrunException;
import dev.longrun.error.NoResponseException;
import dev.longrun.error.UnreachableException;
import dev.longrun.http.HttpRequest;
import dev.longrun.http.HttpResponse;
import dev.longrun.http.Transport;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.Fault;
import dev.longrun.watch.WatchOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an application can replace or observe, and that a hostile one changes no outcome. */
@Timeout(30)
class ExtensionPointsTest {
    private static final Duration AMPLE = Duration.ofSeconds(10);

    private final Harness harness = Harness.start();
    private final OperationName name = Harness.name("o");

    ExtensionPointsTest() {
        harness.operation(name).neverEnds();
    }

    @AfterEach
    void close() {
        harness.close();
    }

    @Nested
    class AnExecutor {
        private final ExecutorService application =
                Executors.newFixedThreadPool(2, task -> new Thread(task, "application"));
        private final Set<String> threads = ConcurrentHashMap.newKeySet();

        @AfterEach
        void shutdown() {
            application.shutdownNow();
        }

        @Test
        void runsAttemptsAndCallbacks() {
            try (OperationsClient client = harness.clientBuilder()
                    .executor(application)
                    .listener(ClientListener.ofAttempts(
                            attempt -> threads.add(Thread.currentThread().getName())))
                    .build()) {
                harness.server.faults().on(ApiMethod.GET).once(Fault.unavailable());
                assertThat(client.operations().getAsync(name)).succeedsWithin(AMPLE);
                assertThat(client.canceller().cancelAsync(name)).succeedsWithin(AMPLE);
            }
            assertThat(threads).containsExactly("application");
            assertThat(application.isShutdown()).isFalse();
        }

        @Test
        void thatRejectsMakesTheCallFailAndLosesNoCallback() {
            Executor full = task -> {
                throw new RejectedExecutionException("full");
            };
            try (OperationsClient client =
                    harness.clientBuilder().executor(full).build()) {
                assertThat(client.operations().getAsync(name))
                        .failsWithin(AMPLE)
                        .withThrowableThat()
                        .withCauseInstanceOf(UnreachableException.class)
                        .withMessageContaining("the application's executor rejected the call");
                assertThat(client.operations().get(name).done()).isFalse();
            }
        }
    }

    @Nested
    class ATransport {
        private final List<HttpRequest> sent = new CopyOnWriteArrayList<>();
        private final List<CompletableFuture<HttpResponse>> unanswered = new CopyOnWriteArrayList<>();
        private boolean closed;

        private final Transport memory = new Transport() {
            @Override
            public CompletableFuture<HttpResponse> sendAsync(HttpRequest request, Executor executor) {
                sent.add(request);
                CompletableFuture<HttpResponse> response = new CompletableFuture<>();
                unanswered.add(response);
                return response;
            }

            @Override
            public void close() {
                closed = true;
            }
        };

        private HttpResponse running() {
            String body = "{\"name\":\"" + name.value() + "\"}";
            return new HttpResponse(200, Map.of(), body.getBytes(StandardCharsets.UTF_8));
        }

        @Test
        void respondsWheneverItLikesWithoutAThread() {
            try (OperationsClient client =
                    harness.clientBuilder().transport(memory).build()) {
                CompletableFuture<?> read = client.operations().getAsync(name);
                while (unanswered.isEmpty()) {
                    Thread.onSpinWait();
                }
                assertThat(read).isNotDone();
                unanswered.get(0).complete(running());
                assertThat(read).succeedsWithin(AMPLE);
            }
            assertThat(sent).hasSize(1);
            assertThat(closed).isTrue();
        }

        @Test
        void isToldThatARequestIsNotWantedAnyMore() {
            try (OperationsClient client =
                    harness.clientBuilder().transport(memory).build()) {
                CompletableFuture<?> read = client.operations().getAsync(name);
                while (unanswered.isEmpty()) {
                    Thread.onSpinWait();
                }
                read.cancel(true);
                assertThat(unanswered.get(0)).isCancelled();
            }
        }

        @Test
        void thatThrowsFailsTheCall() {
            Transport broken = new Transport() {
                @Override
                public CompletableFuture<HttpResponse> sendAsync(HttpRequest request, Executor executor) {
                    throw new IllegalStateException("mine");
                }

                @Override
                public void close() {}
            };
            try (OperationsClient client =
                    harness.clientBuilder().transport(broken).build()) {
                assertThat(client.operations().getAsync(name))
                        .failsWithin(AMPLE)
                        .withThrowableThat()
                        .withCauseInstanceOf(NoResponseException.class);
                assertThatThrownBy(() -> client.operations().get(name))
                        .isInstanceOf(NoResponseException.class)
                        .hasMessageContaining("the transport failed with java.lang.IllegalStateException: mine");
            }
        }
    }

    @Nested
    class Listeners {
        private final List<String> events = new CopyOnWriteArrayList<>();

        private final ClientListener recording = new ClientListener() {
            @Override
            public void callStarted(CallEvent call) {
                events.add(call.method() + " started");
            }

            @Override
            public void attemptEnded(AttemptEvent attempt) {
                events.add("attempt " + attempt.number() + ' ' + attempt.httpStatus());
            }

            @Override
            public void callEnded(CallEvent call) {
                events.add(call.method() + " ended after " + call.attempts()
                        + call.failure()
                                .map(failure -> " by " + failure.getClass().getSimpleName())
                                .orElse(""));
            }

            @Override
            public void operationStarted(OperationEvent operation) {
                events.add(operation.kind() + " started");
            }

            @Override
            public void operationEnded(OperationEvent operation) {
                events.add(operation.kind() + " ended " + operation.outcome());
            }
        };

        private OperationsClient client() {
            return harness.clientBuilder().listener(recording).build();
        }

        @Test
        void seeTheStartAndTheEndOfACall() {
            harness.server.faults().on(ApiMethod.GET).once(Fault.unavailable());
            try (OperationsClient client = client()) {
                client.operations().get(name);
            }
            assertThat(events).containsExactly("get started", "attempt 1 503", "attempt 2 200", "get ended after 2");
        }

        @Test
        void seeAFailureOfACall() {
            harness.server.faults().on(ApiMethod.GET).always(Fault.permissionDenied());
            try (OperationsClient client = client()) {
                assertThatThrownBy(() -> client.operations().get(name)).isInstanceOf(ApiException.class);
                assertThat(client.operations().getAsync(name)).failsWithin(AMPLE);
            }
            assertThat(events)
                    .filteredOn(event -> event.startsWith("get ended"))
                    .containsExactly("get ended after 1 by ApiException", "get ended after 1 by ApiException");
        }

        @Test
        void seeOneEndOfACallThatIsCancelled() {
            harness.server.faults().on(ApiMethod.GET).always(Fault.stall());
            try (OperationsClient client = client()) {
                client.operations().getAsync(name).cancel(true);
            }
            assertThat(events)
                    .filteredOn(event -> event.startsWith("get ended"))
                    .singleElement()
                    .asString()
                    .endsWith("by CancellationException");
        }

        @Test
        void seeCancelsAndWatches() {
            harness.operation(name).cancelsAfter(Duration.ofSeconds(1));
            try (OperationsClient client = client()) {
                client.canceller().cancel(name);
            }
            assertThat(events).contains("CANCEL started", "CANCEL ended CANCELLED");
        }

        @Test
        void areSeveralAndOneThatThrowsKeepsNoneFromItsEvents() {
            ClientListener broken = new ClientListener() {
                @Override
                public void callStarted(CallEvent call) {
                    throw new IllegalStateException("mine");
                }

                @Override
                public void operationEnded(OperationEvent operation) {
                    throw new AssertionError("mine");
                }
            };
            harness.operation(name).cancelsAfter(Duration.ofSeconds(1));
            try (OperationsClient client =
                    harness.clientBuilder().listener(broken).listener(recording).build()) {
                client.operations().get(name);
                client.canceller().cancel(name);
            }
            assertThat(events).contains("get started", "CANCEL ended CANCELLED");
        }
    }

    @Nested
    class AContext {
        private final ThreadLocal<String> context = new ThreadLocal<>();
        private final Set<String> seen = ConcurrentHashMap.newKeySet();

        private OperationsClient client() {
            return harness.clientBuilder()
                    .contextCarrier(() -> {
                        String captured = context.get();
                        return task -> () -> {
                            String before = context.get();
                            context.set(captured);
                            try {
                                task.run();
                            } finally {
                                context.set(before);
                            }
                        };
                    })
                    .listener(ClientListener.ofAttempts(attempt -> seen.add(String.valueOf(context.get()))))
                    .build();
        }

        @Test
        void isThatOfTheCallerInListenersAndStages() {
            harness.server.faults().on(ApiMethod.GET).once(Fault.unavailable());
            try (OperationsClient client = client()) {
                context.set("caller");
                CompletableFuture<String> stage =
                        client.operations().getAsync(name).thenApply(operation -> context.get());
                context.remove();
                assertThat(stage).succeedsWithin(AMPLE).isEqualTo("caller");
            }
            assertThat(seen).containsExactly("caller");
        }

        @Test
        void reachesAllRequestsOfACancel() {
            harness.operation(name).cancelsAfter(Duration.ofSeconds(5));
            try (OperationsClient client = client()) {
                context.set("caller");
                client.canceller().cancel(name);
            }
            assertThat(seen).containsExactly("caller");
        }

        @Test
        void thatCannotBeCarriedChangesNothing() {
            try (OperationsClient client = harness.clientBuilder()
                    .contextCarrier(() -> {
                        throw new IllegalStateException("mine");
                    })
                    .build()) {
                assertThat(client.operations().getAsync(name)).succeedsWithin(AMPLE);
            }
            try (OperationsClient client = harness.clientBuilder()
                    .contextCarrier(() -> task -> {
                        throw new IllegalStateException("mine");
                    })
                    .build()) {
                assertThat(client.operations().getAsync(name)).succeedsWithin(AMPLE);
            }
        }
    }

    @Nested
    class ARetryPredicate {

        private OperationsClient client(RetryPolicy retry) {
            return harness.clientBuilder()
                    .callOptions(CallOptions.defaults().withRetry(retry))
                    .build();
        }

        @Test
        void decidesWhatIsRetried() {
            harness.server.faults().on(ApiMethod.GET).once(Fault.permissionDenied());
            RetryPolicy denied = RetryPolicy.defaults()
                    .withRetryIf(failure ->
                            failure instanceof ApiException api && api.status().code() == Code.PERMISSION_DENIED);
            try (OperationsClient client = client(denied)) {
                assertThat(client.operations().get(name).done()).isFalse();
                harness.server.faults().on(ApiMethod.GET).once(Fault.unavailable());
                assertThatThrownBy(() -> client.operations().get(name)).hasMessageContaining("UNAVAILABLE");
            }
        }

        @Test
        void thatThrowsRetriesNothing() {
            harness.server.faults().on(ApiMethod.GET).once(Fault.unavailable());
            RetryPolicy broken = RetryPolicy.defaults().withRetryIf(failure -> {
                throw new IllegalStateException("mine");
            });
            try (OperationsClient client = client(broken)) {
                assertThatThrownBy(() -> client.operations().get(name)).isInstanceOf(ApiException.class);
            }
        }
    }

    @Test
    void aFixedRateSpacesCalls() {
        try (OperationsClient client =
                harness.clientBuilder().rateLimit(RateLimit.fixed(2)).build()) {
            long start = harness.time.nanoTime();
            for (int i = 0; i < 5; i++) {
                client.operations().get(name);
            }
            assertThat(Duration.ofNanos(harness.time.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        }
    }

    @Test
    void withoutARateLimitAThrottledCallPausesNoOther() {
        try (OperationsClient client =
                harness.clientBuilder().rateLimit(RateLimit.off()).build()) {
            harness.server.faults().on(ApiMethod.GET).once(Fault.tooManyRequests(Duration.ofMinutes(5)));
            assertThatThrownBy(() -> client.operations()
                            .with(CallOptions.defaults().withRetry(RetryPolicy.none()))
                            .get(name))
                    .isInstanceOf(ApiException.class);
            long start = harness.time.nanoTime();
            client.operations().get(name);
            assertThat(Duration.ofNanos(harness.time.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void optionsOfTheClientApplyToCancelsAndWatchesWithoutTheirOwn() {
        try (OperationsClient client = harness.clientBuilder()
                .cancelOptions(CancelOptions.defaults().withTimeout(Duration.ofSeconds(7)))
                .watchOptions(WatchOptions.defaults().withTimeout(Duration.ofSeconds(9)))
                .build()) {
            long start = harness.time.nanoTime();
            client.watcher().await(name);
            assertThat(Duration.ofNanos(harness.time.nanoTime() - start))
                    .isBetween(Duration.ofSeconds(8), Duration.ofSeconds(10));
            start = harness.time.nanoTime();
            client.canceller().cancel(name);
            assertThat(Duration.ofNanos(harness.time.nanoTime() - start))
                    .isBetween(Duration.ofSeconds(6), Duration.ofSeconds(8));
        }
    }

    @Test
    void theStackTraceOfABlockingCancelShowsItsCaller() {
        harness.server.faults().on(ApiMethod.CANCEL).always(Fault.permissionDenied());
        assertThatThrownBy(() -> harness.client.canceller().cancel(name))
                .isInstanceOf(LongrunException.class)
                .satisfies(thrown -> assertThat(
                                Arrays.stream(thrown.getStackTrace()).map(StackTraceElement::getMethodName))
                        .anyMatch(method -> method.contains("theStackTraceOfABlockingCancelShowsItsCaller")));
    }
}
