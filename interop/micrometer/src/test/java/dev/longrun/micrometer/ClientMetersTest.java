// SPDX-License-Identifier: Apache-2.0
package dev.longrun.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.OperationsClient;
import dev.longrun.call.RateLimit;
import dev.longrun.error.ApiException;
import dev.longrun.service.ApiMethod;
import dev.longrun.testkit.Fault;
import dev.longrun.watch.WatchOutcome;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The meters of clients. */
@Timeout(60)
@SuppressWarnings("try") // what is observed is closed, and not used
class ClientMetersTest {
    private static final Duration AMPLE = Duration.ofSeconds(30);

    private final ObservationFixture fixture = new ObservationFixture();
    private final SimpleMeterRegistry meters = fixture.meters;

    @AfterEach
    void close() {
        fixture.close();
    }

    private OperationsClient client(LongrunMicrometer telemetry) {
        return telemetry
                .instrument(fixture.plain())
                .rateLimit(RateLimit.fixed(50))
                .build();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void timersAreTheSameWithAndWithoutObservations(boolean observed) {
        LongrunMicrometer telemetry =
                observed ? LongrunMicrometer.create(meters, fixture.observations) : LongrunMicrometer.create(meters);
        fixture.server.faults().on(ApiMethod.CANCEL).once(Fault.unavailable());
        try (OperationsClient client = client(telemetry)) {
            client.canceller().cancel(ObservationFixture.name("cancels-500-o"));
        }
        assertThat(meters.get("longrun.operations").timer()).satisfies(timer -> {
            assertThat(timer.count()).isEqualTo(1);
            assertThat(timer.getId().getTags())
                    .containsExactlyInAnyOrder(
                            Tag.of("longrun.act", "cancel"),
                            Tag.of("longrun.service", "file.googleapis.com"),
                            Tag.of("longrun.outcome", "CANCELLED"),
                            Tag.of("error", "none"));
        });
        Timer failed = meters.get("longrun.requests")
                .tag("http.request.method", "POST")
                .tag("http.response.status_code", "503")
                .timer();
        assertThat(failed.count()).isEqualTo(1);
        assertThat(failed.getId().getTags())
                .containsExactlyInAnyOrder(
                        Tag.of("http.request.method", "POST"),
                        Tag.of("url.template", "/v1/{name=projects/*/locations/*/operations/*}:cancel"),
                        Tag.of("server.address", "127.0.0.1"),
                        Tag.of("longrun.service", "file.googleapis.com"),
                        Tag.of("http.response.status_code", "503"),
                        Tag.of("error.type", "503"),
                        Tag.of("error", "FailedAttemptException"));
        assertThat(meters.get("longrun.requests")
                        .tag("http.request.method", "POST")
                        .tag("error.type", "none")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void failedOperationHasItsErrorAndNoOutcome() {
        fixture.server.faults().anywhere().always(Fault.permissionDenied());
        try (OperationsClient client = client(LongrunMicrometer.create(meters))) {
            assertThatThrownBy(() -> client.canceller().cancel(ObservationFixture.name("o")))
                    .isInstanceOf(ApiException.class);
        }
        assertThat(meters.get("longrun.operations")
                        .tags("error", "ApiException", "longrun.outcome", "none")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void attemptWithoutResponseHasNoStatus() {
        fixture.server.close();
        try (OperationsClient client = client(LongrunMicrometer.create(meters))) {
            assertThatThrownBy(() -> client.operations().get(ObservationFixture.name("o")));
        }
        assertThat(meters.get("longrun.requests")
                        .tags("http.response.status_code", "none", "error.type", "no_connection")
                        .timer()
                        .count())
                .isPositive();
    }

    @Test
    void namesOfOperationsAreInNoMeter() {
        LongrunMicrometer telemetry = LongrunMicrometer.create(meters, fixture.observations);
        try (OperationsClient client = client(telemetry);
                OperationsClientMetrics observed = telemetry.observe(client)) {
            client.canceller().cancel(ObservationFixture.name("cancels-0-hidden"));
            assertThat(meters.getMetersAsString())
                    .contains("file.googleapis.com")
                    .doesNotContain("hidden");
        }
    }

    @Test
    void watchedOperationsAndTheirReadsAreObserved() {
        LongrunMicrometer telemetry = LongrunMicrometer.create(meters);
        fixture.operation("o").neverEnds();
        fixture.server.faults().on(ApiMethod.GET).always(Fault.stall());
        try (OperationsClient client = client(telemetry);
                OperationsClientMetrics observed = telemetry.observe(client)) {
            var watch = client.watcher().watch(ObservationFixture.name("o"), Duration.ofDays(1));
            awaitGauge("longrun.watcher.operations", 1);
            awaitGauge("longrun.watcher.reads.active", 1);
            watch.cancel(true);
            awaitGauge("longrun.watcher.operations", 0);
            awaitGauge("longrun.watcher.reads.active", 0);
        }
    }

    private void awaitGauge(String name, double value) {
        while (meters.get(name).gauge().value() != value) {
            Thread.onSpinWait();
        }
    }

    @Test
    void readsOfTheWatcherAreObserved() {
        LongrunMicrometer telemetry = LongrunMicrometer.create(meters);
        try (OperationsClient client = client(telemetry);
                OperationsClientMetrics observed = telemetry.observe(client)) {
            List<CompletableFuture<WatchOutcome>> watches = IntStream.range(0, 40)
                    .mapToObj(number -> {
                        fixture.operation("o" + number).completesAfter(Duration.ofMinutes(5));
                        return client.watcher().watch(ObservationFixture.name("o" + number), Duration.ofHours(1));
                    })
                    .toList();
            assertThat(watches).allSatisfy(watch -> assertThat(watch).succeedsWithin(AMPLE));
            var stats = client.watcher().stats();
            assertThat(meters.get("longrun.watcher.reads.saved").gauge().value())
                    .isPositive()
                    .isEqualTo(stats.saved());
            assertThat(reads("get")).isEqualTo(stats.gets());
            assertThat(reads("list")).isPositive().isEqualTo(stats.lists());
            assertThat(reads("wait")).isEqualTo(stats.waits());
        }
    }

    private double reads(String method) {
        return meters.get("longrun.watcher.reads")
                .tag("longrun.read.method", method)
                .functionCounter()
                .count();
    }

    @Test
    void limitersAreObservedAsSoonAsTheirServiceIsCalled() {
        LongrunMicrometer telemetry = LongrunMicrometer.create(meters);
        try (OperationsClient client = client(telemetry);
                OperationsClientMetrics observed = telemetry.observe(client)) {
            assertThat(meters.find("longrun.limiter.rate").gauges()).isEmpty();
            client.canceller().cancel(ObservationFixture.name("cancels-0-a"));
            for (String kind : List.of("change", "read", "list")) {
                Tags tags = Tags.of("longrun.service", "file.googleapis.com", "longrun.call.kind", kind);
                assertThat(meters.get("longrun.limiter.rate").tags(tags).gauge().value())
                        .isEqualTo(50);
                assertThat(meters.get("longrun.limiter.waiting")
                                .tags(tags)
                                .gauge()
                                .value())
                        .isZero();
            }
        }
    }

    @Test
    void limitersOfAClientThatIsObservedLaterAreThereAtOnce() {
        try (OperationsClient client = fixture.plain().build();
                OperationsClientMetrics metrics = new OperationsClientMetrics(client, Tags.of("client", "c"))) {
            client.canceller().cancel(ObservationFixture.name("cancels-0-a"));
            metrics.bindTo(meters);
            assertThat(meters.get("longrun.limiter.rate")
                            .tags("client", "c", "longrun.call.kind", "read")
                            .gauge()
                            .value())
                    .isNaN();
        }
    }

    @Test
    void severalClientsAreToldApartByTheirTags() {
        LongrunMicrometer telemetry = LongrunMicrometer.create(meters);
        try (OperationsClient first = client(telemetry);
                OperationsClient second = client(telemetry);
                OperationsClientMetrics one = telemetry.observe(first, Tags.of("client", "first"));
                OperationsClientMetrics other = telemetry.observe(second, Tags.of("client", "second"))) {
            first.canceller().cancel(ObservationFixture.name("cancels-0-a"));
            second.canceller().cancel(ObservationFixture.name("cancels-0-b"));
            assertThat(meters.get("longrun.watcher.operations").gauges()).hasSize(2);
        }
    }

    @Test
    void closingRemovesTheGaugesForGood() {
        LongrunMicrometer telemetry = LongrunMicrometer.create(meters);
        try (OperationsClient client = client(telemetry)) {
            OperationsClientMetrics observed = telemetry.observe(client);
            client.canceller().cancel(ObservationFixture.name("cancels-0-a"));
            observed.close();
            observed.refresh();
            assertThat(meters.getMeters())
                    .extracting(Meter::getId)
                    .extracting(Meter.Id::getName)
                    .noneMatch(name -> name.contains("watcher") || name.contains("limiter"));
            client.canceller().cancel(ObservationFixture.name("cancels-0-b"));
        }
    }

    @Test
    void metersOfAClosedClientCanBeRead() {
        LongrunMicrometer telemetry = LongrunMicrometer.create(meters);
        OperationsClient client = client(telemetry);
        try (OperationsClientMetrics observed = telemetry.observe(client)) {
            client.canceller().cancel(ObservationFixture.name("cancels-0-a"));
            client.close();
            assertThat(meters.get("longrun.watcher.operations").gauge().value()).isZero();
        }
    }

    @Test
    void metersAreBoundToSeveralRegistries() {
        SimpleMeterRegistry other = new SimpleMeterRegistry();
        try (OperationsClient client = fixture.plain().build();
                OperationsClientMetrics metrics = new OperationsClientMetrics(client, Tags.empty())) {
            metrics.bindTo(meters);
            metrics.bindTo(other);
            client.canceller().cancel(ObservationFixture.name("cancels-0-a"));
            metrics.refresh();
            assertThat(meters.get("longrun.limiter.waiting").gauges()).hasSize(3);
            assertThat(other.get("longrun.limiter.waiting").gauges()).hasSize(3);
        }
        assertThat(other.getMeters()).isEmpty();
    }

    @Test
    void observationsThatAreOffLeaveTheTimers() {
        try (OperationsClient client = client(LongrunMicrometer.create(meters, ObservationRegistry.NOOP))) {
            client.canceller().cancel(ObservationFixture.name("cancels-0-a"));
        }
        assertThat(meters.get("longrun.operations").timer().count()).isEqualTo(1);
    }

    @Test
    void nullIsRefusedByName() {
        assertThatThrownBy(() -> LongrunMicrometer.create(null)).hasMessage("meters");
        assertThatThrownBy(() -> LongrunMicrometer.create(meters, null)).hasMessage("observations");
        assertThatThrownBy(() -> LongrunMicrometer.create(meters).observe(null)).hasMessage("client");
    }
}
