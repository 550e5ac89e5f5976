// SPDX-License-Identifier: Apache-2.0
package dev.longrun.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.longrun.OperationsClient;
import dev.longrun.cancel.BatchOptions;
import dev.longrun.cancel.CancelBatch;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.error.ApiException;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.Fault;
import io.micrometer.observation.Observation;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The spans that Micrometer Tracing makes of Observations. */
@Timeout(60)
@SuppressWarnings("try") // scopes are closed, and not used
class ObservationTreeTest {
    private static final Duration AMPLE = Duration.ofSeconds(30);
    private static final String CANCEL = "POST /v1/{name=projects/*/locations/*/operations/*}:cancel";
    private static final String GET = "GET /v1/{name=projects/*/locations/*/operations/*}";

    private final ObservationFixture fixture = new ObservationFixture();
    private final OperationsClient client = fixture.client();
    private final OperationName name = ObservationFixture.name("o");

    @AfterEach
    void close() {
        client.close();
        fixture.close();
    }

    private Observation request(String name) {
        return Observation.start(name, fixture.observations);
    }

    @Test
    void blockingCancelIsOneTree() {
        fixture.operation("o").cancelsAfter(Duration.ofSeconds(1));
        request("request").observe(() -> client.canceller().cancel(name));
        assertOneTree();
    }

    @Test
    void asynchronousCancelIsOneTree() {
        fixture.operation("o").cancelsAfter(Duration.ofSeconds(1));
        CompletableFuture<CancelOutcome> outcome =
                request("request").observe(() -> client.canceller().cancelAsync(name));
        assertThat(outcome).succeedsWithin(AMPLE);
        assertOneTree();
    }

    private void assertOneTree() {
        SpanData request = fixture.ended("request");
        SpanData cancel = fixture.ended("cancel");
        assertThat(cancel.getParentSpanId()).isEqualTo(request.getSpanId());
        List<SpanData> attempts = fixture.childrenOf(cancel);
        assertThat(attempts).extracting(SpanData::getName).startsWith(CANCEL).contains(GET);
        assertThat(attempts).allMatch(attempt -> attempt.getKind() == SpanKind.CLIENT);
        assertThat(fixture.spans()).hasSize(attempts.size() + 2);
        assertThat(fixture.spans()).extracting(SpanData::getTraceId).containsOnly(request.getTraceId());
    }

    @Test
    void batchHasItsCancelsAsChildren() throws InterruptedException {
        try (CancelBatch batch = client.canceller()
                .cancelAll(List.of(ObservationFixture.name("cancels-0-a")), BatchOptions.defaults())) {
            batch.forEachRemaining(result -> {});
        }
        fixture.open.awaitNone();
        SpanData batch = fixture.ended("cancel batch");
        assertThat(fixture.childrenOf(batch)).extracting(SpanData::getName).containsExactly("cancel");
        assertThat(batch.getAttributes().get(AttributeKey.stringKey("longrun.batch.outcome.cancelled")))
                .isEqualTo("1");
    }

    @Test
    void concurrentCancelsOfDifferentCallersNeverMix() throws InterruptedException {
        List<String> ids = IntStream.range(0, 16)
                .mapToObj(number -> "cancels-500-" + number)
                .toList();
        List<CompletableFuture<CancelOutcome>> outcomes = new ArrayList<>();
        for (String id : ids) {
            outcomes.add(request("request of " + id)
                    .observe(() -> client.canceller().cancelAsync(ObservationFixture.name(id))));
        }
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).succeedsWithin(AMPLE));
        fixture.open.awaitNone();
        Map<String, String> traces = ids.stream()
                .collect(
                        Collectors.toMap(id -> fixture.ended("request of " + id).getTraceId(), id -> id));
        assertThat(fixture.spans()) // lists are shared
                .filteredOn(span -> span.getName().equals(CANCEL))
                .hasSize(16)
                .allSatisfy(attempt -> assertThat(attempt.getAttributes().get(AttributeKey.stringKey("url.full")))
                        .endsWith('/' + traces.get(attempt.getTraceId()) + ":cancel"));
    }

    @Test
    void serverIsToldTheSpanOfEachAttempt() {
        fixture.server.faults().on(ApiMethod.GET).once(Fault.unavailable());
        client.operations().get(ObservationFixture.name("runs-500-o"));
        assertThat(fixture.server.requests())
                .extracting(request -> request.headers().get("traceparent").split("-")[2])
                .containsExactlyElementsOf(
                        fixture.spans().stream().map(SpanData::getSpanId).toList());
        assertThat(fixture.spans())
                .extracting(
                        span -> span.getAttributes().get(AttributeKey.stringKey("error.type")),
                        span -> span.getAttributes().get(AttributeKey.stringKey("http.request.resend_count")),
                        span -> span.getStatus().getStatusCode())
                .containsExactly(tuple("503", null, StatusCode.ERROR), tuple("none", "1", StatusCode.OK));
    }

    @Test
    void stageRunsInTheObservationOfTheCaller() {
        fixture.operation("o").cancelsAfter(Duration.ofSeconds(1));
        Observation request = request("request");
        CompletableFuture<Observation> current;
        try (Observation.Scope scope = request.openScope()) {
            current = client.canceller()
                    .cancelAsync(name)
                    .thenApply(outcome -> fixture.observations.getCurrentObservation());
        }
        assertThat(current).succeedsWithin(AMPLE).isSameAs(request);
    }

    @Test
    void stageOfACallerWithoutObservationHasNoSpan() {
        fixture.operation("o").cancelsAfter(Duration.ofSeconds(1));
        CompletableFuture<Boolean> valid = client.canceller()
                .cancelAsync(name)
                .thenApply(outcome -> Span.current().getSpanContext().isValid());
        assertThat(valid).succeedsWithin(AMPLE).isEqualTo(false);
    }

    @Test
    void nothingStaysCurrentOnTheThreadOfTheCaller() {
        fixture.operation("o").cancelsAfter(Duration.ZERO);
        client.canceller().cancel(name);
        client.operations().get(name);
        assertThat(fixture.observations.getCurrentObservation()).isNull();
        assertThat(Span.current().getSpanContext().isValid()).isFalse();
    }

    @Test
    void cancelTellsTheStatesOfItsOperation() {
        fixture.operation("o").cancelsAfter(Duration.ofSeconds(1));
        client.canceller().cancel(name);
        assertThat(fixture.ended("cancel").getEvents())
                .extracting(EventData::getName)
                .isNotEmpty()
                .allMatch(event -> event.matches("[A-Z_]+(, \\d+ %)?(, cancel requested)?"));
    }

    @Test
    void failedCancelIsAnErrorAndAnUnwantedOutcomeIsNot() {
        fixture.operation("o").rejectsCancel();
        client.canceller().cancel(name);
        assertThat(fixture.ended("cancel").getStatus().getStatusCode()).isEqualTo(StatusCode.OK);
        fixture.server.faults().anywhere().always(Fault.permissionDenied());
        assertThatThrownBy(() -> client.canceller().cancel(name)).isInstanceOf(ApiException.class);
        assertThat(fixture.spans())
                .filteredOn(span -> span.getName().equals("cancel"))
                .extracting(span -> span.getStatus().getStatusCode())
                .containsExactly(StatusCode.OK, StatusCode.ERROR);
    }

    @Test
    void cancelledFutureEndsEachObservation() throws InterruptedException {
        fixture.operation("o").neverEnds();
        fixture.server.faults().on(ApiMethod.CANCEL).always(Fault.stall());
        CountDownLatch arrived = new CountDownLatch(1);
        fixture.server.onRequest(request -> arrived.countDown());
        CompletableFuture<CancelOutcome> outcome = client.canceller().cancelAsync(name);
        arrived.await();
        outcome.cancel(true);
        fixture.open.awaitNone();
        assertThat(fixture.childrenOf(fixture.ended("cancel")))
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.getAttributes().get(AttributeKey.stringKey("error.type")))
                        .isEqualTo("cancelled"));
    }
}
