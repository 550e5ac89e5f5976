// SPDX-License-Identifier: Apache-2.0
package dev.longrun.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.OperationsClient;
import dev.longrun.OperationsClientBuilder;
import dev.longrun.filestore.v1.Filestore;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.testkit.ScriptedOperation;
import dev.longrun.testkit.VirtualTime;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Duration;
import java.util.List;

/** A fake server, and an SDK that keeps spans and metrics in memory. */
final class TelemetryFixture implements AutoCloseable {
    final VirtualTime time = VirtualTime.autoAdvancing(Duration.ofMillis(20));
    final FakeOperationsServer server = FakeOperationsServer.start(time);
    final InMemoryMetricReader metrics = InMemoryMetricReader.create();
    final OpenSpans open = new OpenSpans();
    final OpenTelemetrySdk sdk;
    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();

    TelemetryFixture() {
        sdk = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                        .addSpanProcessor(open) // after the exporter, as it says that all was exported
                        .build())
                .setMeterProvider(
                        SdkMeterProvider.builder().registerMetricReader(metrics).build())
                .setPropagators(ContextPropagators.create(TextMapPropagator.composite(
                        W3CTraceContextPropagator.getInstance(), W3CBaggagePropagator.getInstance())))
                .build();
    }

    static OperationName name(String id) {
        return Filestore.project("acme").location("us-central1").operation(id);
    }

    ScriptedOperation operation(String id) {
        return server.operation(name(id).value());
    }

    /** A client of the server, without telemetry. */
    OperationsClientBuilder plain() {
        return OperationsClient.builder()
                .endpoint(server.url())
                .withoutCredentials()
                .time(time)
                .executor(time.executor());
    }

    OperationsClient client() {
        return LongrunOpenTelemetry.create(sdk).instrument(plain()).build();
    }

    /** Starts a span of the application. */
    Span span(String name) {
        return sdk.getTracer("application").spanBuilder(name).startSpan();
    }

    /** All spans that ended, in the order of their ends. */
    List<SpanData> spans() {
        return exporter.getFinishedSpanItems();
    }

    /** The only span of that name. */
    SpanData ended(String name) {
        assertThat(spans()).filteredOn(span -> span.getName().equals(name)).hasSize(1);
        return spans().stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    List<SpanData> childrenOf(SpanData parent) {
        return spans().stream()
                .filter(span -> span.getParentSpanId().equals(parent.getSpanId()))
                .toList();
    }

    MetricData metric(String name) {
        return metrics.collectAllMetrics().stream()
                .filter(metric -> metric.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no metric " + name));
    }

    @Override
    public void close() {
        server.close();
        time.close();
        sdk.close();
    }
}
