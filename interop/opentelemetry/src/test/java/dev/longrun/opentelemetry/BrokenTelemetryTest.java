// SPDX-License-Identifier: Apache-2.0
package dev.longrun.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.OperationsClient;
import dev.longrun.OperationsClientBuilder;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.testkit.ServedRequest;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Telemetry that fails changes nothing for the program. */
@Timeout(60)
@SuppressWarnings("try") // scopes are closed, and not used
class BrokenTelemetryTest {
    private final TelemetryFixture fixture = new TelemetryFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void exporterThatThrowsChangesNothing() {
        assertWorks(
                sdk(SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(new BrokenExporter()))));
    }

    @Test
    void samplerThatThrowsChangesNothing() {
        Sampler broken = (Sampler) Proxy.newProxyInstance(
                Sampler.class.getClassLoader(), new Class<?>[] {Sampler.class}, (proxy, method, arguments) -> {
                    throw new IllegalStateException("sampler");
                });
        assertWorks(sdk(SdkTracerProvider.builder().setSampler(broken)));
    }

    @Test
    void propagatorThatThrowsChangesNothing() {
        assertWorks(propagating(headers -> {
            throw new IllegalStateException("propagator");
        }));
    }

    @Test
    void headersThatCannotBeSentAreLeftOut() {
        assertWorks(propagating(headers -> {
            headers.accept("bad name", "x");
            headers.accept("x-bad-value", "line\nbreak");
            headers.accept("x-good", "sent");
        }));
        assertThat(fixture.server.requests())
                .allSatisfy(request -> assertThat(request.headers())
                        .containsEntry("x-good", "sent")
                        .doesNotContainKey("x-bad-value"));
    }

    @Test
    void headersOfTheClientAreNotReplaced() {
        assertWorks(propagating(headers -> {
            headers.accept("user-agent", "mine");
            headers.accept("Authorization", "Bearer mine");
        }));
        assertThat(fixture.server.requests())
                .extracting(ServedRequest::headers)
                .allSatisfy(headers -> assertThat(headers).doesNotContainKey("Authorization"))
                .allSatisfy(headers -> assertThat(headers.get("User-Agent")).doesNotContain("mine"));
    }

    @Test
    void noopTelemetrySendsNoHeaders() {
        assertWorks(OpenTelemetry.noop());
        assertThat(fixture.server.requests())
                .allSatisfy(request -> assertThat(request.headers()).doesNotContainKey("traceparent"));
    }

    @Test
    void spansThatAreNotSampledStillPassTheirContextOn() {
        OpenTelemetry sdk = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .setSampler(Sampler.alwaysOff())
                        .addSpanProcessor(fixture.open)
                        .build())
                .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
                .build();
        assertWorks(sdk);
        assertThat(fixture.server.requests())
                .extracting(request -> request.headers().get("traceparent").split("-")[3])
                .allMatch(flags -> Integer.parseInt(flags, 16) % 2 == 0, "the bit of sampled traces is not set");
    }

    @Test
    void baggageOfTheCallerIsSent() {
        try (OperationsClient client = fixture.client();
                Scope caller = Baggage.builder().put("tenant", "a b").build().makeCurrent()) {
            client.canceller().cancel(TelemetryFixture.name("cancels-500-o"));
        }
        assertThat(fixture.server.requests())
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.headers()).containsEntry("baggage", "tenant=a%20b"));
    }

    private void assertWorks(OpenTelemetry telemetry) {
        OperationsClientBuilder builder = LongrunOpenTelemetry.create(telemetry).instrument(fixture.plain());
        try (OperationsClient client = builder.build()) {
            assertThat(client.canceller()
                            .cancel(TelemetryFixture.name("cancels-500-o"))
                            .kind())
                    .isEqualTo(CancelOutcome.Kind.CANCELLED);
        }
    }

    private static OpenTelemetry sdk(SdkTracerProviderBuilder tracers) {
        return OpenTelemetrySdk.builder().setTracerProvider(tracers.build()).build();
    }

    private static OpenTelemetry propagating(Consumer<BiConsumer<String, String>> headers) {
        return OpenTelemetry.propagating(ContextPropagators.create(new TextMapPropagator() {
            @Override
            public Collection<String> fields() {
                return List.of();
            }

            @Override
            public <C> void inject(Context context, C carrier, TextMapSetter<C> setter) {
                headers.accept((name, value) -> setter.set(carrier, name, value));
            }

            @Override
            public <C> Context extract(Context context, C carrier, TextMapGetter<C> getter) {
                return context;
            }
        }));
    }

    private static final class BrokenExporter implements SpanExporter {
        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            throw new IllegalStateException("exporter");
        }

        @Override
        public CompletableResultCode flush() {
            throw new IllegalStateException("exporter");
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofFailure();
        }
    }
}
