// SPDX-License-Identifier: Apache-2.0
package dev.longrun.opentelemetry;

import static io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions.assertThat;
import static io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions.equalTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.OperationsClient;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.error.ApiException;
import dev.longrun.error.UnreachableException;
import dev.longrun.http.Origin;
import dev.longrun.operation.ListRequest;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.Fault;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the spans say. */
@Timeout(60)
class SpanContentTest {
    private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

    private final TelemetryFixture fixture = new TelemetryFixture();
    private final OperationsClient client = fixture.client();
    private final OperationName name = TelemetryFixture.name("o");
    private final Origin server = Origin.parse(fixture.server.url());

    @AfterEach
    void close() {
        client.close();
        fixture.close();
    }

    @Test
    void attemptFollowsTheConventionsOfHttp() {
        fixture.operation("o").neverEnds();
        client.operations().get(name);
        assertThat(fixture.spans().get(0))
                .hasName("GET /v1/{name=projects/*/locations/*/operations/*}")
                .hasStatus(StatusData.unset())
                .hasAttributesSatisfyingExactly(
                        equalTo(AttributeKey.stringKey("http.request.method"), "GET"),
                        equalTo(AttributeKey.stringKey("server.address"), server.host()),
                        equalTo(AttributeKey.longKey("server.port"), server.port()),
                        equalTo(AttributeKey.stringKey("url.full"), fixture.server.url() + "/v1/" + name.value()),
                        equalTo(
                                AttributeKey.stringKey("url.template"),
                                "/v1/{name=projects/*/locations/*/operations/*}"),
                        equalTo(AttributeKey.longKey("http.response.status_code"), 200),
                        equalTo(AttributeKey.stringKey("longrun.service"), "file.googleapis.com"));
    }

    @Test
    void scopeIsThatOfTheLibrary() {
        fixture.operation("o").neverEnds();
        client.operations().get(name);
        assertThat(fixture.spans().get(0).getInstrumentationScopeInfo()).satisfies(scope -> {
            assertThat(scope.getName()).isEqualTo("dev.longrun");
            assertThat(scope.getVersion()).isEqualTo(OperationsClient.version());
            assertThat(scope.getSchemaUrl()).startsWith("https://opentelemetry.io/schemas/");
        });
    }

    @Test
    void retriesCountTheirResends() {
        fixture.operation("o").neverEnds();
        fixture.server.faults().on(ApiMethod.GET).times(2, Fault.unavailable());
        client.operations().get(name);
        assertThat(fixture.spans())
                .extracting(span -> span.getAttributes().get(AttributeKey.longKey("http.request.resend_count")))
                .containsExactly(null, 1L, 2L);
        assertThat(fixture.spans())
                .extracting(span -> span.getAttributes().get(ERROR_TYPE))
                .containsExactly("503", "503", null);
        assertThat(fixture.spans())
                .extracting(SpanData::getStatus)
                .containsExactly(
                        StatusData.create(StatusData.error().getStatusCode(), "UNAVAILABLE"),
                        StatusData.create(StatusData.error().getStatusCode(), "UNAVAILABLE"),
                        StatusData.unset());
    }

    @Test
    void attemptWithoutResponseHasNoStatusCode() {
        fixture.server.close();
        assertThatThrownBy(() -> client.operations().get(name)).isInstanceOf(UnreachableException.class);
        assertThat(fixture.spans()).isNotEmpty().allSatisfy(span -> {
            assertThat(span.getAttributes().get(ERROR_TYPE)).isEqualTo("no_connection");
            assertThat(span.getAttributes().get(AttributeKey.longKey("http.response.status_code")))
                    .isNull();
        });
    }

    @Test
    void urlHasNoQuery() {
        client.operations().list(ListRequest.of(name.parent().orElseThrow()).withFilter("done=true"));
        assertThat(fixture.spans().get(0).getAttributes().get(AttributeKeys.URL_FULL))
                .endsWith("/operations");
    }

    @Test
    void cancelHasItsOutcome() {
        fixture.operation("o").rejectsCancel();
        assertThat(client.canceller().cancel(name).kind()).isEqualTo(CancelOutcome.Kind.NOT_CANCELLABLE);
        assertThat(fixture.ended("cancel"))
                .hasStatus(StatusData.unset())
                .hasAttributesSatisfyingExactly(
                        equalTo(AttributeKey.stringKey("longrun.act"), "cancel"),
                        equalTo(AttributeKey.stringKey("longrun.operation.name"), name.fullName()),
                        equalTo(AttributeKey.stringKey("longrun.service"), "file.googleapis.com"),
                        equalTo(AttributeKey.stringKey("longrun.outcome"), "NOT_CANCELLABLE"));
    }

    @Test
    void failedCancelIsAnError() {
        fixture.server.faults().anywhere().always(Fault.permissionDenied());
        assertThatThrownBy(() -> client.canceller().cancel(name)).isInstanceOf(ApiException.class);
        SpanData cancel = fixture.ended("cancel");
        assertThat(cancel.getStatus().getStatusCode())
                .isEqualTo(StatusData.error().getStatusCode());
        assertThat(cancel.getStatus().getDescription()).contains("PERMISSION_DENIED");
        assertThat(cancel.getAttributes().get(ERROR_TYPE)).isEqualTo(ApiException.class.getName());
        assertThat(cancel.getAttributes().get(AttributeKeys.OUTCOME)).isNull();
        assertThat(cancel.getEvents()).extracting(EventData::getName).contains("exception");
    }

    @Test
    void cancelTellsTheStatesOfItsOperation() {
        fixture.operation("o").cancelsAfter(Duration.ofSeconds(1));
        client.canceller().cancel(name);
        List<EventData> states = fixture.ended("cancel").getEvents();
        assertThat(states).extracting(EventData::getName).containsOnly("longrun.operation.state");
        assertThat(states)
                .extracting(state -> state.getAttributes().get(AttributeKey.stringKey("longrun.operation.state")))
                .endsWith("CANCELLED")
                .contains("RUNNING");
    }

    @Test
    void cancelledFutureEndsEachSpan() throws InterruptedException {
        fixture.operation("o").neverEnds();
        fixture.server.faults().on(ApiMethod.CANCEL).always(Fault.stall());
        CountDownLatch arrived = new CountDownLatch(1);
        fixture.server.onRequest(request -> arrived.countDown());
        CompletableFuture<CancelOutcome> outcome = client.canceller().cancelAsync(name);
        arrived.await();
        outcome.cancel(true);
        fixture.open.awaitNone();
        assertThat(fixture.ended("cancel").getAttributes().get(ERROR_TYPE))
                .isEqualTo("java.util.concurrent.CancellationException");
        assertThat(fixture.childrenOf(fixture.ended("cancel")))
                .singleElement()
                .satisfies(attempt ->
                        assertThat(attempt.getAttributes().get(ERROR_TYPE)).isEqualTo("cancelled"));
    }

    @Test
    void closedClientEndsEachSpan() throws InterruptedException {
        fixture.operation("o").neverEnds();
        CountDownLatch arrived = new CountDownLatch(1);
        fixture.server.onRequest(request -> arrived.countDown());
        client.watcher().watch(name, Duration.ofDays(1));
        arrived.await();
        client.close();
        fixture.open.awaitNone();
        assertThat(fixture.spans()).extracting(SpanData::getName).contains("await");
    }
}
