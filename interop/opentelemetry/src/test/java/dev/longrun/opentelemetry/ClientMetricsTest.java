// SPDX-License-Identifier: Apache-2.0
package dev.longrun.opentelemetry;

import static io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions.assertThat;
import static io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions.equalTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.OperationsClient;
import dev.longrun.call.RateLimit;
import dev.longrun.error.ApiException;
import dev.longrun.http.Origin;
import dev.longrun.service.ApiMethod;
import dev.longrun.testkit.Fault;
import dev.longrun.watch.WatchOutcome;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.BatchCallback;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the metrics say. */
@Timeout(60)
@SuppressWarnings("try") // scopes are closed, and not used
class ClientMetricsTest {
    private static final Duration AMPLE = Duration.ofSeconds(30);

    private final TelemetryFixture fixture = new TelemetryFixture();
    private final LongrunOpenTelemetry telemetry = LongrunOpenTelemetry.create(fixture.sdk);
    private final OperationsClient client =
            telemetry.instrument(fixture.plain()).rateLimit(RateLimit.fixed(50)).build();

    @AfterEach
    void close() {
        client.close();
        fixture.close();
    }

    @Test
    void requestsAreMeasuredByTheConventionsOfHttp() {
        fixture.operation("o").neverEnds();
        fixture.server.faults().on(ApiMethod.GET).once(Fault.unavailable());
        client.operations().get(TelemetryFixture.name("o"));
        Origin server = Origin.parse(fixture.server.url());
        assertThat(fixture.metric("http.client.request.duration"))
                .hasUnit("s")
                .hasHistogramSatisfying(histogram -> histogram.hasPointsSatisfying(
                        point -> point.hasCount(1)
                                .hasBucketBoundaries(
                                        0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10)
                                .hasAttributesSatisfyingExactly(
                                        equalTo(AttributeKey.stringKey("http.request.method"), "GET"),
                                        equalTo(AttributeKey.stringKey("server.address"), server.host()),
                                        equalTo(AttributeKey.longKey("server.port"), server.port()),
                                        equalTo(
                                                AttributeKey.stringKey("url.template"),
                                                "/v1/{name=projects/*/locations/*/operations/*}"),
                                        equalTo(AttributeKey.longKey("http.response.status_code"), 200)),
                        point -> point.hasCount(1)
                                .hasAttributesSatisfying(
                                        equalTo(AttributeKey.longKey("http.response.status_code"), 503),
                                        equalTo(AttributeKey.stringKey("error.type"), "503"))));
    }

    @Test
    void operationsAreMeasuredByActServiceAndOutcome() {
        client.canceller().cancel(TelemetryFixture.name("cancels-500-a"));
        client.canceller().cancel(TelemetryFixture.name("cancels-500-b"));
        client.watcher().await(TelemetryFixture.name("runs-500-c"));
        MetricData durations = fixture.metric("longrun.operation.duration");
        assertThat(durations)
                .hasUnit("s")
                .hasHistogramSatisfying(histogram -> histogram.hasPointsSatisfying(
                        point -> point.hasCount(2)
                                .hasSumGreaterThan(1)
                                .hasAttributesSatisfyingExactly(
                                        equalTo(AttributeKey.stringKey("longrun.act"), "cancel"),
                                        equalTo(AttributeKey.stringKey("longrun.service"), "file.googleapis.com"),
                                        equalTo(AttributeKey.stringKey("longrun.outcome"), "CANCELLED")),
                        point -> point.hasCount(1)
                                .hasAttributesSatisfying(
                                        equalTo(AttributeKey.stringKey("longrun.act"), "await"),
                                        equalTo(AttributeKey.stringKey("longrun.outcome"), "DONE"))));
    }

    @Test
    void failedOperationHasTheTypeOfItsError() {
        fixture.server.faults().anywhere().always(Fault.permissionDenied());
        assertThatThrownBy(() -> client.canceller().cancel(TelemetryFixture.name("o")))
                .isInstanceOf(ApiException.class);
        assertThat(fixture.metric("longrun.operation.duration"))
                .hasHistogramSatisfying(histogram ->
                        histogram.hasPointsSatisfying(point -> point.hasAttributesSatisfyingExactly(
                                equalTo(AttributeKey.stringKey("longrun.act"), "cancel"),
                                equalTo(AttributeKey.stringKey("longrun.service"), "file.googleapis.com"),
                                equalTo(AttributeKey.stringKey("error.type"), ApiException.class.getName()))));
    }

    @Test
    void namesOfOperationsAreInNoMetric() {
        try (BatchCallback observed = telemetry.observe(client)) {
            client.canceller().cancel(TelemetryFixture.name("cancels-0-hidden"));
            assertThat(fixture.metrics.collectAllMetrics().toString())
                    .contains("file.googleapis.com")
                    .doesNotContain("hidden");
        }
    }

    @Test
    void exemplarsLeadToTheSpanOfTheRequest() {
        fixture.operation("o").neverEnds();
        client.operations().get(TelemetryFixture.name("o"));
        HistogramPointData point = fixture.metric("http.client.request.duration")
                .getHistogramData()
                .getPoints()
                .iterator()
                .next();
        assertThat(point.getExemplars())
                .singleElement()
                .extracting(exemplar -> exemplar.getSpanContext().getSpanId())
                .isEqualTo(fixture.spans().get(0).getSpanId());
    }

    @Test
    void watchedOperationsAndTheirReadsAreObserved() {
        fixture.operation("o").neverEnds();
        fixture.server.faults().on(ApiMethod.GET).always(Fault.stall());
        try (BatchCallback observed = telemetry.observe(client)) {
            var watch = client.watcher().watch(TelemetryFixture.name("o"), Duration.ofDays(1));
            awaitSum("longrun.watcher.operations", "{operation}", 1);
            awaitSum("longrun.watcher.active_reads", "{read}", 1);
            watch.cancel(true);
            awaitSum("longrun.watcher.operations", "{operation}", 0);
            awaitSum("longrun.watcher.active_reads", "{read}", 0);
        }
    }

    private void awaitSum(String name, String unit, long value) {
        assertThat(fixture.metric(name)).hasUnit(unit).hasLongSumSatisfying(sum -> sum.isNotMonotonic());
        while (fixture.metric(name)
                        .getLongSumData()
                        .getPoints()
                        .iterator()
                        .next()
                        .getValue()
                != value) {
            Thread.onSpinWait();
        }
    }

    @Test
    void readsOfTheWatcherAreObserved() {
        try (BatchCallback observed = telemetry.observe(client)) {
            List<CompletableFuture<WatchOutcome>> watches = IntStream.range(0, 40)
                    .mapToObj(number -> {
                        fixture.operation("o" + number).completesAfter(Duration.ofMinutes(5));
                        return client.watcher().watch(TelemetryFixture.name("o" + number), Duration.ofHours(1));
                    })
                    .toList();
            assertThat(watches).allSatisfy(watch -> assertThat(watch).succeedsWithin(AMPLE));
            var stats = client.watcher().stats();
            assertThat(stats.saved()).isPositive();
            assertThat(fixture.metric("longrun.watcher.saved_reads"))
                    .hasUnit("{read}")
                    .hasLongSumSatisfying(
                            sum -> sum.isNotMonotonic().hasPointsSatisfying(point -> point.hasValue(stats.saved())));
            assertThat(fixture.metric("longrun.watcher.reads"))
                    .hasUnit("{read}")
                    .hasLongSumSatisfying(sum -> sum.isMonotonic()
                            .hasPointsSatisfying(
                                    point -> point.hasValue(stats.gets()).hasAttributes(read("get")),
                                    point -> point.hasValue(stats.lists()).hasAttributes(read("list")),
                                    point -> point.hasValue(stats.waits()).hasAttributes(read("wait"))));
        }
    }

    private static Attributes read(String method) {
        return Attributes.of(AttributeKey.stringKey("longrun.read.method"), method);
    }

    @Test
    void limitersAreObserved() {
        try (BatchCallback observed = telemetry.observe(client)) {
            client.canceller().cancel(TelemetryFixture.name("cancels-0-a"));
            assertThat(fixture.metric("longrun.limiter.rate"))
                    .hasUnit("{call}/s")
                    .hasDoubleGaugeSatisfying(gauge -> gauge.hasPointsSatisfying(
                            point -> point.hasValue(50).hasAttributes(limiter("change")),
                            point -> point.hasValue(50).hasAttributes(limiter("read")),
                            point -> point.hasValue(50).hasAttributes(limiter("list"))));
            assertThat(fixture.metric("longrun.limiter.waiting"))
                    .hasUnit("{call}")
                    .hasLongSumSatisfying(sum -> sum.isNotMonotonic()
                            .hasPointsSatisfying(
                                    point -> point.hasValue(0).hasAttributes(limiter("change")),
                                    point -> point.hasValue(0).hasAttributes(limiter("read")),
                                    point -> point.hasValue(0).hasAttributes(limiter("list"))));
        }
    }

    private static Attributes limiter(String kind) {
        return Attributes.of(
                AttributeKey.stringKey("longrun.service"),
                "file.googleapis.com",
                AttributeKey.stringKey("longrun.call.kind"),
                kind);
    }

    @Test
    void rateThatIsNotLimitedIsAbsent() {
        try (OperationsClient unlimited = telemetry
                        .instrument(fixture.plain())
                        .rateLimit(RateLimit.off())
                        .build();
                BatchCallback observed = telemetry.observe(unlimited)) {
            unlimited.canceller().cancel(TelemetryFixture.name("cancels-0-a"));
            assertThat(fixture.metrics.collectAllMetrics())
                    .extracting(MetricData::getName)
                    .contains("longrun.limiter.waiting")
                    .doesNotContain("longrun.limiter.rate");
        }
    }

    @Test
    void severalClientsAreToldApartByTheirAttributes() {
        AttributeKey<String> key = AttributeKey.stringKey("client");
        try (OperationsClient other = fixture.plain().build();
                BatchCallback first = telemetry.observe(client, Attributes.of(key, "first"));
                BatchCallback second = telemetry.observe(other, Attributes.of(key, "second"))) {
            assertThat(fixture.metric("longrun.watcher.operations")
                            .getLongSumData()
                            .getPoints())
                    .extracting(LongPointData::getAttributes)
                    .containsExactlyInAnyOrder(Attributes.of(key, "first"), Attributes.of(key, "second"));
        }
    }

    @Test
    void closedObservationReportsNothing() {
        telemetry.observe(client).close();
        client.canceller().cancel(TelemetryFixture.name("cancels-0-a"));
        assertThat(fixture.metrics.collectAllMetrics())
                .extracting(MetricData::getName)
                .containsExactlyInAnyOrder("http.client.request.duration", "longrun.operation.duration");
    }

    @Test
    void closedClientIsStillObserved() {
        try (BatchCallback observed = telemetry.observe(client)) {
            client.canceller().cancel(TelemetryFixture.name("cancels-0-a"));
            client.close();
            assertThat(fixture.metric("longrun.watcher.operations")).isNotNull();
        }
    }

    @Test
    void nullIsRefusedByName() {
        assertThatThrownBy(() -> LongrunOpenTelemetry.create(null)).hasMessage("openTelemetry");
        assertThatThrownBy(() -> telemetry.observe(null)).hasMessage("client");
    }
}
