// SPDX-License-Identifier: Apache-2.0
package dev.longrun.opentelemetry;

import static java.util.Objects.requireNonNull;

import dev.longrun.OperationsClient;
import dev.longrun.OperationsClientBuilder;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.BatchCallback;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Tracer;

/**
 * Instruments clients with OpenTelemetry.
 *
 * <pre>{@code
 * LongrunOpenTelemetry telemetry = LongrunOpenTelemetry.create(openTelemetry);
 * try (OperationsClient client = telemetry.instrument(OperationsClient.builder()).build();
 *         BatchCallback metrics = telemetry.observe(client)) {
 *     client.canceller().cancel(name);
 * }
 * }</pre>
 *
 * <p>{@link dev.longrun.opentelemetry The package} lists the spans, metrics and attributes. An application needs one
 * object of this class, for any number of clients. Thread-safe.
 */
public final class LongrunOpenTelemetry {
    private static final String SCOPE = "dev.longrun";
    private static final String SCHEMA = "https://opentelemetry.io/schemas/1.41.0";

    private final SpanTracer tracer;
    private final Meter meter;

    private LongrunOpenTelemetry(SpanTracer tracer, Meter meter) {
        this.tracer = tracer;
        this.meter = meter;
    }

    /** With the tracers, meters and propagators of an SDK, or of {@link OpenTelemetry#noop()}. */
    public static LongrunOpenTelemetry create(OpenTelemetry openTelemetry) {
        requireNonNull(openTelemetry, "openTelemetry");
        Tracer tracer = openTelemetry
                .tracerBuilder(SCOPE)
                .setInstrumentationVersion(OperationsClient.version())
                .setSchemaUrl(SCHEMA)
                .build();
        Meter meter = openTelemetry
                .meterBuilder(SCOPE)
                .setInstrumentationVersion(OperationsClient.version())
                .setSchemaUrl(SCHEMA)
                .build();
        return new LongrunOpenTelemetry(
                new SpanTracer(
                        tracer, openTelemetry.getPropagators().getTextMapPropagator(), new DurationHistograms(meter)),
                meter);
    }

    /**
     * Clients of this builder have spans and histograms, and carry the caller's {@code Context} to listeners,
     * interceptors and stages. Replaces another {@linkplain OperationsClientBuilder#tracer tracer} of the builder.
     *
     * @return the same builder
     */
    public OperationsClientBuilder instrument(OperationsClientBuilder builder) {
        return builder.tracer(tracer);
    }

    /** As {@link #observe(OperationsClient, Attributes)}, for the only client of an application. */
    public BatchCallback observe(OperationsClient client) {
        return observe(client, Attributes.empty());
    }

    /**
     * Reports what a client does at the moment of each collection: its watches and its rate limits. Closing the result
     * ends the reports; the client stays open.
     *
     * @param attributes of each of its measurements. Several clients need some that tell them apart, as the SDK takes
     *     one value for each set of attributes
     */
    public BatchCallback observe(OperationsClient client, Attributes attributes) {
        return new ClientInstruments(meter)
                .register(meter, requireNonNull(client, "client"), requireNonNull(attributes, "attributes"));
    }
}
