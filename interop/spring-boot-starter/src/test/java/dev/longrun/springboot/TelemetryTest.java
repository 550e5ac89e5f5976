// SPDX-License-Identifier: Apache-2.0
package dev.longrun.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.OperationsClient;
import dev.longrun.filestore.v1.Filestore;
import dev.longrun.micrometer.LongrunMicrometer;
import dev.longrun.opentelemetry.LongrunOpenTelemetry;
import dev.longrun.service.OperationName;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Meters and spans in an application of Spring Boot, with the libraries themselves. */
class TelemetryTest {
    private static final OperationName NAME =
            Filestore.project("acme").location("us-central1").operation("operation-17");

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withUserConfiguration(Application.class)
            .withPropertyValues("longrun.credentials.enabled=false")
            .withBean(OperationsClientCustomizer.class, () -> builder -> builder.transport(new RecordedRequests()));
    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final InMemoryMetricReader metrics = InMemoryMetricReader.create();
    private final ApplicationContextRunner withoutMicrometer = context.withClassLoader(
                    new FilteredClassLoader("dev.longrun.micrometer"))
            .withBean(OpenTelemetry.class, this::openTelemetry);

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}

    @Configuration(proxyBeanMethods = false)
    static class CountedObservations {
        final AtomicInteger started = new AtomicInteger();

        @Bean
        ObservationHandler<Observation.Context> counting() {
            return new ObservationHandler<>() {
                @Override
                public boolean supportsContext(Observation.Context observed) {
                    return observed.getClass().getPackageName().startsWith("dev.longrun.");
                }

                @Override
                public void onStart(Observation.Context observed) {
                    started.incrementAndGet();
                }
            };
        }
    }

    private OpenTelemetry openTelemetry() {
        return OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                        .build())
                .setMeterProvider(
                        SdkMeterProvider.builder().registerMetricReader(metrics).build())
                .build();
    }

    @Test
    void callsAreTimedAndTheClientHasGauges() {
        context.withUserConfiguration(CountedObservations.class).run(started -> {
            started.getBean(OperationsClient.class).canceller().cancel(NAME);
            MeterRegistry meters = started.getBean(MeterRegistry.class);
            assertThat(meters.find("longrun.operations").timers()).isNotEmpty();
            assertThat(meters.find("longrun.watcher.operations").gauge()).isNotNull();
            assertThat(started.getBean(CountedObservations.class).started).hasPositiveValue();
        });
    }

    @Test
    void gaugesEndWithTheContext() {
        var meters = new SimpleMeterRegistry();
        context.withBean(MeterRegistry.class, () -> meters)
                .run(started -> assertThat(
                                meters.find("longrun.watcher.operations").gauge())
                        .isNotNull());
        assertThat(meters.find("longrun.watcher.operations").gauge()).isNull();
    }

    @Test
    void withoutTracingThereAreTimersAndNoObservationsOfTheApplication() {
        context.withUserConfiguration(CountedObservations.class)
                .withPropertyValues("longrun.tracing.enabled=false")
                .run(started -> {
                    started.getBean(OperationsClient.class).canceller().cancel(NAME);
                    assertThat(started.getBean(MeterRegistry.class)
                                    .find("longrun.operations")
                                    .timers())
                            .isNotEmpty();
                    assertThat(started.getBean(CountedObservations.class).started)
                            .hasValue(0);
                });
    }

    @Test
    void withoutMetricsThereAreObservationsAndNoMeters() {
        context.withUserConfiguration(CountedObservations.class)
                .withPropertyValues("longrun.metrics.enabled=false")
                .run(started -> {
                    started.getBean(OperationsClient.class).canceller().cancel(NAME);
                    assertThat(started.getBean(MeterRegistry.class).getMeters())
                            .extracting(meter -> meter.getId().getName())
                            .noneMatch(name -> name.startsWith("longrun."));
                    assertThat(started.getBean(CountedObservations.class).started)
                            .hasPositiveValue();
                });
    }

    @Test
    void micrometerWinsWhereBothAreThere() {
        context.withBean(OpenTelemetry.class, this::openTelemetry)
                .run(started -> assertThat(started)
                        .hasSingleBean(LongrunMicrometer.class)
                        .doesNotHaveBean(LongrunOpenTelemetry.class));
    }

    @Test
    void openTelemetryHasSpansAndMetricsOfItsOwn() {
        withoutMicrometer.run(started -> {
            assertThat(started).doesNotHaveBean("longrunMicrometer");
            started.getBean(OperationsClient.class).canceller().cancel(NAME);
            assertThat(spans.getFinishedSpanItems()).isNotEmpty();
            assertThat(metrics.collectAllMetrics()).isNotEmpty();
        });
    }

    @Test
    void openTelemetryHasMetricsWithoutSpans() {
        withoutMicrometer.withPropertyValues("longrun.tracing.enabled=false").run(started -> {
            started.getBean(OperationsClient.class).canceller().cancel(NAME);
            assertThat(spans.getFinishedSpanItems()).isEmpty();
            assertThat(metrics.collectAllMetrics()).isNotEmpty();
        });
    }

    @Test
    void openTelemetryHasSpansWithoutMetrics() {
        withoutMicrometer.withPropertyValues("longrun.metrics.enabled=false").run(started -> {
            started.getBean(OperationsClient.class).canceller().cancel(NAME);
            assertThat(spans.getFinishedSpanItems()).isNotEmpty();
            assertThat(metrics.collectAllMetrics())
                    .extracting(metric -> metric.getInstrumentationScopeInfo().getName())
                    .doesNotContain("dev.longrun");
        });
    }

    @Test
    void applicationRunsWithoutTelemetry() {
        context.withClassLoader(new FilteredClassLoader("dev.longrun.micrometer", "dev.longrun.opentelemetry"))
                .run(started -> assertThat(started)
                        .hasSingleBean(OperationsClient.class)
                        .doesNotHaveBean("longrunMicrometer")
                        .doesNotHaveBean("longrunOpenTelemetry"));
    }

    @Test
    void telemetryOfTheApplicationTakesThePlaceOfOurs() {
        var own = LongrunMicrometer.create(new SimpleMeterRegistry(), ObservationRegistry.NOOP);
        context.withBean("own", LongrunMicrometer.class, () -> own)
                .run(started ->
                        assertThat(started.getBean(LongrunMicrometer.class)).isSameAs(own));
    }
}
