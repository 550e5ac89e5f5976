// SPDX-License-Identifier: Apache-2.0
package dev.longrun.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.OperationsClient;
import dev.longrun.cancel.BatchOptions;
import dev.longrun.cancel.CancelBatch;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.Fault;
import dev.longrun.testkit.ServedRequest;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which span is the child of which. */
@Timeout(60)
@SuppressWarnings("try") // scopes are closed, and not used
class TraceTreeTest {
    private static final Duration AMPLE = Duration.ofSeconds(30);
    private static final String CANCEL = "POST /v1/{name=projects/*/locations/*/operations/*}:cancel";
    private static final String GET = "GET /v1/{name=projects/*/locations/*/operations/*}";

    private final TelemetryFixture fixture = new TelemetryFixture();
    private final OperationsClient client = fixture.client();
    private final OperationName name = TelemetryFixture.name("o");

    @AfterEach
    void close() {
        client.close();
        fixture.close();
    }

    @Test
    void blockingCancelIsOneTree() {
        fixture.operation("o").cancelsAfter(Duration.ofSeconds(1));
        Span request = fixture.span("request");
        try (Scope caller = request.makeCurrent()) {
            client.canceller().cancel(name);
        }
        request.end();
        assertOneTree(fixture.ended("cancel"), request);
    }

    @Test
    void asynchronousCancelIsOneTree() {
        fixture.operation("o").cancelsAfter(Duration.ofSeconds(1));
        Span request = fixture.span("request");
        CompletableFuture<CancelOutcome> outcome;
        try (Scope caller = request.makeCurrent()) {
            outcome = client.canceller().cancelAsync(name);
        }
        request.end();
        assertThat(outcome).succeedsWithin(AMPLE);
        assertOneTree(fixture.ended("cancel"), request);
    }

    private void assertOneTree(SpanData cancel, Span request) {
        assertThat(cancel.getParentSpanId()).isEqualTo(request.getSpanContext().getSpanId());
        assertThat(cancel.getKind()).isEqualTo(SpanKind.INTERNAL);
        List<SpanData> attempts = fixture.childrenOf(cancel);
        assertThat(attempts).extracting(SpanData::getName).startsWith(CANCEL).contains(GET);
        assertThat(attempts).allMatch(attempt -> attempt.getKind() == SpanKind.CLIENT);
        assertThat(fixture.spans()).hasSize(attempts.size() + 2);
        assertThat(fixture.spans())
                .extracting(SpanData::getTraceId)
                .containsOnly(request.getSpanContext().getTraceId());
    }

    @Test
    void watchIsOneTree() {
        fixture.operation("o").completesAfter(Duration.ofSeconds(1));
        client.watcher().await(name, Duration.ofMinutes(1));
        assertThat(fixture.childrenOf(fixture.ended("await")))
                .isNotEmpty()
                .extracting(SpanData::getName)
                .containsOnly(GET);
    }

    @Test
    void singleCallIsAChildOfItsCaller() {
        fixture.operation("o").neverEnds();
        Span request = fixture.span("request");
        try (Scope caller = request.makeCurrent()) {
            client.operations().get(name);
        }
        assertThat(fixture.ended(GET).getParentSpanId())
                .isEqualTo(request.getSpanContext().getSpanId());
    }

    @Test
    void batchHasItsCancelsAsChildren() throws InterruptedException {
        Span request = fixture.span("request");
        try (Scope caller = request.makeCurrent();
                CancelBatch batch = client.canceller()
                        .cancelAll(
                                List.of(TelemetryFixture.name("cancels-0-a"), TelemetryFixture.name("refuses-b")),
                                BatchOptions.defaults())) {
            batch.forEachRemaining(result -> {});
        }
        request.end();
        fixture.open.awaitNone();
        SpanData batch = fixture.ended("cancel batch");
        assertThat(batch.getParentSpanId()).isEqualTo(request.getSpanContext().getSpanId());
        assertThat(batch.getAttributes().asMap())
                .containsEntry(AttributeKey.longKey("longrun.batch.outcome.cancelled"), 1L)
                .containsEntry(AttributeKey.longKey("longrun.batch.outcome.not_cancellable"), 1L)
                .containsEntry(AttributeKeys.BATCH_FAILED, 0L);
        assertThat(fixture.childrenOf(batch)).extracting(SpanData::getName).containsExactly("cancel", "cancel");
    }

    @Test
    void concurrentCancelsOfDifferentCallersNeverMix() {
        Map<String, Span> callers = IntStream.range(0, 16)
                .boxed()
                .collect(Collectors.toMap(number -> "cancels-500-" + number, number -> fixture.span("request")));
        List<CompletableFuture<CancelOutcome>> outcomes = new ArrayList<>();
        callers.forEach((id, request) -> {
            try (Scope caller = request.makeCurrent()) {
                outcomes.add(client.canceller().cancelAsync(TelemetryFixture.name(id)));
            }
        });
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).succeedsWithin(AMPLE));
        List<SpanData> acts = fixture.spans().stream()
                .filter(span -> span.getName().equals("cancel"))
                .toList();
        assertThat(acts).hasSize(16).allSatisfy(act -> {
            String operation = act.getAttributes().get(AttributeKeys.OPERATION_NAME);
            Span caller = callers.get(operation.substring(operation.lastIndexOf('/') + 1));
            assertThat(act.getParentSpanId()).isEqualTo(caller.getSpanContext().getSpanId());
            assertThat(fixture.childrenOf(act))
                    .filteredOn(attempt -> attempt.getName().equals(CANCEL))
                    .singleElement()
                    .satisfies(attempt -> assertThat(attempt.getAttributes().get(AttributeKeys.URL_FULL))
                            .endsWith(operation.substring("//file.googleapis.com".length()) + ":cancel"));
        });
    }

    @Test
    void serverIsToldTheSpanOfEachAttempt() {
        fixture.server.faults().on(ApiMethod.GET).once(Fault.unavailable());
        client.operations().get(TelemetryFixture.name("runs-500-o"));
        assertThat(fixture.server.requests())
                .extracting(TraceTreeTest::parentSpanId)
                .containsExactlyElementsOf(
                        fixture.spans().stream().map(SpanData::getSpanId).toList());
    }

    private static String parentSpanId(ServedRequest request) {
        return request.headers().get("traceparent").split("-")[2];
    }

    @Test
    void stageRunsInTheContextOfTheCaller() {
        fixture.operation("o").cancelsAfter(Duration.ofSeconds(1));
        Span request = fixture.span("request");
        CompletableFuture<String> current;
        try (Scope caller = request.makeCurrent()) {
            current = client.canceller()
                    .cancelAsync(name)
                    .thenApply(outcome -> Span.current().getSpanContext().getSpanId());
        }
        assertThat(current)
                .succeedsWithin(AMPLE)
                .isEqualTo(request.getSpanContext().getSpanId());
    }

    @Test
    void nothingStaysCurrentOnTheThreadOfTheCaller() {
        fixture.operation("o").cancelsAfter(Duration.ZERO);
        client.canceller().cancel(name);
        client.operations().get(name);
        assertThat(Span.current()).isSameAs(Span.getInvalid());
    }
}
