// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.OperationsClient;
import dev.longrun.call.AttemptEvent;
import dev.longrun.call.BatchEvent;
import dev.longrun.call.ClientTracer;
import dev.longrun.call.OperationEvent;
import dev.longrun.cancel.BatchOptions;
import dev.longrun.cancel.CancelBatch;
import dev.longrun.error.ApiException;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The tree of what a tracer is told, and where the context of each part is current. */
@Timeout(60)
class TracerTest {
    private static final Duration AMPLE = Duration.ofSeconds(30);

    private final Harness harness = Harness.start();
    private final OperationName name = Harness.name("o");
    private final RecordingTracer tracer = new RecordingTracer();
    private final Set<String> inInterceptors = ConcurrentHashMap.newKeySet();
    private final OkHttpClient http = new OkHttpClient.Builder()
            .addInterceptor(chain -> {
                inInterceptors.add(tracer.currentPath());
                return chain.proceed(chain.request());
            })
            .build();

    @AfterEach
    void close() {
        harness.close();
        http.connectionPool().evictAll();
    }

    private OperationsClient client() {
        return harness.clientBuilder().http(http).tracer(tracer).build();
    }

    private List<String> paths() {
        return tracer.spans.stream().map(RecordingTracer.Span::path).toList();
    }

    private static String id(OperationName name) {
        return name.value().substring(name.value().lastIndexOf('/') + 1);
    }

    private void assertThatAllEndedOnce() {
        assertThat(tracer.spans)
                .allSatisfy(span -> assertThat(span.ends.get()).as(span.path()).isEqualTo(1));
    }

    @Test
    void hasTheAttemptsOfABlockingCancelBelowIt() {
        harness.operation(name).cancelsAfter(Duration.ofSeconds(5));
        try (OperationsClient client = client()) {
            tracer.inSpan("caller", () -> client.canceller().cancel(name));
        }
        assertThat(paths()).startsWith("caller/CANCEL o", "caller/CANCEL o/cancel o 1", "caller/CANCEL o/get o 1");
        assertThat(Set.copyOf(paths())).hasSize(3);
        assertThat(tracer.spans.get(0).end).succeedsWithin(AMPLE).isEqualTo("CANCELLED");
        assertThat(tracer.spans.get(0).states).containsExactly("RUNNING", "CANCELLED");
        assertThat(tracer.spans.get(1).end).succeedsWithin(AMPLE).isEqualTo("200");
        assertThatAllEndedOnce();
    }

    @Test
    void hasTheAttemptsOfAnAsynchronousCancelBelowItAndItsStagesBelowTheCaller() {
        harness.operation(name).cancelsAfter(Duration.ofSeconds(5));
        CompletableFuture<String> stage = new CompletableFuture<>();
        try (OperationsClient client = client()) {
            tracer.inSpan(
                    "caller",
                    () -> client.canceller()
                            .cancelAsync(name)
                            .thenAccept(outcome -> stage.complete(tracer.currentPath())));
            assertThat(stage).succeedsWithin(AMPLE).isEqualTo("caller");
        }
        assertThat(Set.copyOf(paths()))
                .containsExactlyInAnyOrder("caller/CANCEL o", "caller/CANCEL o/cancel o 1", "caller/CANCEL o/get o 1");
        assertThatAllEndedOnce();
    }

    @Test
    void isCurrentInInterceptorsAndItsHeadersArrive() {
        harness.operation(name).neverEnds();
        try (OperationsClient client = client()) {
            tracer.inSpan("blocking", () -> client.operations().get(name));
            tracer.inSpan(
                    "asynchronous",
                    () -> assertThat(client.operations().getAsync(name)).succeedsWithin(AMPLE));
        }
        assertThat(inInterceptors).containsExactlyInAnyOrder("blocking/get o 1", "asynchronous/get o 1");
        assertThat(harness.server.requests()).allSatisfy(request -> {
            assertThat(request.headers()).containsEntry("traceparent", "get o 1");
            assertThat(request.headers().get("user-agent")).doesNotContain("not ours");
            assertThat(request.headers()).doesNotContainKeys("x-bad", "authorization");
        });
    }

    @Test
    void countsTheRetriesOfACall() {
        harness.operation(name).neverEnds();
        harness.server.faults().on(ApiMethod.GET).once(Fault.unavailable());
        harness.server.faults().on(ApiMethod.GET).once(Fault.lostResponse());
        try (OperationsClient client = client()) {
            client.operations().get(name);
        }
        assertThat(paths()).containsExactly("get o 1", "get o 2", "get o 3");
        assertThat(tracer.spans)
                .extracting(span -> span.end.join())
                .containsExactly("503UNAVAILABLE", "0connection lost", "200");
    }

    @Test
    void keepsConcurrentCancelsAndWatchesApart() {
        List<OperationName> names =
                IntStream.range(0, 12).mapToObj(i -> Harness.name("o" + i)).toList();
        try (OperationsClient client = client()) {
            List<CompletableFuture<?>> all = names.stream()
                    .<CompletableFuture<?>>map(each -> {
                        harness.operation(each).cancelsAfter(Duration.ofSeconds(5));
                        var begun = new CompletableFuture<CompletableFuture<?>>();
                        tracer.inSpan(
                                "caller-" + id(each),
                                () -> begun.complete(
                                        id(each).endsWith("1")
                                                ? client.watcher().watch(each, Duration.ofSeconds(20))
                                                : client.canceller().cancelAsync(each)));
                        return begun.join();
                    })
                    .toList();
            assertThat(CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)))
                    .succeedsWithin(AMPLE);
        }
        assertThat(tracer.spans)
                .filteredOn(span -> span.name.matches("(get|cancel) .*"))
                .isNotEmpty()
                .allSatisfy(span -> assertThat(span.path()).matches("caller-(o\\d+)/(CANCEL|WATCH) \\1/\\w+ \\1 1"));
        assertThat(tracer.spans)
                .filteredOn(span -> span.name.startsWith("list"))
                .allSatisfy(span -> assertThat(span.path()).startsWith("caller-"));
        assertThatAllEndedOnce();
    }

    @Test
    void hasTheCancelsOfABatchBelowIt() {
        List<OperationName> names =
                IntStream.range(0, 5).mapToObj(i -> Harness.name("o" + i)).toList();
        names.forEach(each -> harness.operation(each).cancelsAfter(Duration.ofSeconds(1)));
        try (OperationsClient client = client()) {
            tracer.inSpan("caller", () -> {
                try (CancelBatch batch = client.canceller().cancelAll(names, BatchOptions.defaults())) {
                    assertThat(batch.stream()).hasSize(5);
                }
            });
        }
        assertThat(paths()).startsWith("caller/batch").contains("caller/batch/CANCEL o3/cancel o3 1");
        assertThat(paths()).allSatisfy(path -> assertThat(path).startsWith("caller/batch"));
        assertThat(tracer.spans.get(0).end).succeedsWithin(AMPLE).isEqualTo("{CANCELLED=5} 0");
        assertThatAllEndedOnce();
    }

    @Test
    void hearsTheEndOfABatchThatIsClosedEarly() {
        harness.operation(name).neverEnds();
        harness.server.faults().on(ApiMethod.CANCEL).always(Fault.stall());
        try (OperationsClient client = client()) {
            client.canceller().cancelAll(List.of(name), BatchOptions.defaults()).close();
        }
        assertThat(tracer.spans.get(0).end).succeedsWithin(AMPLE).isEqualTo("{} 0");
        assertThatAllEndedOnce();
    }

    @Test
    void hearsTheEndOfAnAttemptThatIsCancelledOrFails() {
        harness.operation(name).neverEnds();
        harness.server.faults().on(ApiMethod.GET).always(Fault.stall());
        CompletableFuture<Boolean> arrived = new CompletableFuture<>();
        harness.server.onRequest(request -> arrived.complete(true));
        try (OperationsClient client = client()) {
            CompletableFuture<?> stalled = client.operations().getAsync(name);
            assertThat(arrived).succeedsWithin(AMPLE);
            stalled.cancel(true);
        }
        assertThat(tracer.spans)
                .singleElement()
                .satisfies(span -> assertThat(span.end).succeedsWithin(AMPLE).isEqualTo("0cancelled"));
        harness.server.faults().on(ApiMethod.CANCEL).always(Fault.permissionDenied());
        try (OperationsClient client = client()) {
            assertThatThrownBy(() -> client.canceller().cancel(name)).isInstanceOf(ApiException.class);
        }
        assertThat(tracer.spans)
                .filteredOn(span -> span.name.equals("CANCEL o"))
                .extracting(span -> span.end.join())
                .containsExactly("ApiException");
        assertThatAllEndedOnce();
    }

    @Test
    void hearsTheEndOfEverythingWhenTheClientIsClosed() {
        harness.operation(name).neverEnds();
        OperationsClient client = client();
        CompletableFuture<?> cancel = client.canceller().cancelAsync(name);
        CompletableFuture<?> watch = client.watcher().whenDone(name);
        client.close();
        assertThat(CompletableFuture.allOf(cancel.handle((outcome, failure) -> 0), watch.handle((o, f) -> 0)))
                .succeedsWithin(AMPLE);
        assertThatAllEndedOnce();
    }

    @Test
    void thatThrowsEverywhereChangesNothing() {
        harness.operation(name).cancelsAfter(Duration.ofSeconds(5));
        try (OperationsClient client =
                harness.clientBuilder().tracer(new ThrowingTracer()).build()) {
            assertThat(client.operations().get(name).done()).isFalse();
            assertThat(client.operations().getAsync(name)).succeedsWithin(AMPLE);
            assertThat(client.canceller().cancel(name).isCancelled()).isTrue();
            try (CancelBatch batch = client.canceller().cancelAll(List.of(name), BatchOptions.defaults())) {
                assertThat(batch.stream()).hasSize(1);
            }
        }
    }

    /** Each method throws, and what it might return does too. */
    private static final class ThrowingTracer implements ClientTracer {
        private boolean begins;

        @Override
        public UnaryOperator<Runnable> capture() {
            throw new IllegalStateException("mine");
        }

        @Override
        public TracedOperation operationStarted(OperationEvent operation) {
            return end -> {
                throw new AssertionError("mine");
            };
        }

        @Override
        public Traced<BatchEvent> batchStarted() {
            throw new AssertionError("mine");
        }

        @Override
        public TracedAttempt attemptStarted(AttemptEvent attempt) {
            begins = !begins;
            if (begins) {
                throw new IllegalStateException("mine");
            }
            return new TracedAttempt() {
                @Override
                public Scope makeCurrent() {
                    return () -> {
                        throw new IllegalStateException("mine");
                    };
                }

                @Override
                public Map<String, String> headers() {
                    throw new IllegalStateException("mine");
                }

                @Override
                public void ended(AttemptEvent end) {
                    throw new IllegalStateException("mine");
                }
            };
        }
    }
}
