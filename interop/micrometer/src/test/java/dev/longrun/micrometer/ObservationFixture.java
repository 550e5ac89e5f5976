// SPDX-License-Identifier: Apache-2.0
package dev.longrun.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.OperationsClient;
import dev.longrun.OperationsClientBuilder;
import dev.longrun.filestore.v1.Filestore;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.testkit.ScriptedOperation;
import dev.longrun.testkit.VirtualTime;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationHandler.FirstMatchingCompositeObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Duration;
import java.util.List;

/** A fake server, and registries set up as those of an application with Micrometer Tracing. */
final class ObservationFixture implements AutoCloseable {
    final VirtualTime time = VirtualTime.autoAdvancing(Duration.ofMillis(20));
    final FakeOperationsServer server = FakeOperationsServer.start(time);
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final ObservationRegistry observations = ObservationRegistry.create();
    final OpenObservations open = new OpenObservations();
    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final SdkTracerProvider tracers = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(exporter))
            .build();

    ObservationFixture() {
        Tracer spans = tracers.get("application");
        OtelTracer tracer = new OtelTracer(spans, new OtelCurrentTraceContext(), event -> {});
        OtelPropagator propagator =
                new OtelPropagator(ContextPropagators.create(W3CTraceContextPropagator.getInstance()), spans);
        observations
                .observationConfig()
                .observationHandler(open) // the first to hear of a start, and the last to hear of an end
                .observationHandler(new FirstMatchingCompositeObservationHandler(
                        new PropagatingSenderTracingObservationHandler<>(tracer, propagator),
                        new DefaultTracingObservationHandler(tracer)))
                .observationHandler(new DefaultMeterObservationHandler(meters));
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
        return LongrunMicrometer.create(meters, observations)
                .instrument(plain())
                .build();
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

    @Override
    public void close() {
        server.close();
        time.close();
        tracers.close();
    }
}
