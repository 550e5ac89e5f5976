// SPDX-License-Identifier: Apache-2.0
package dev.longrun.micrometer;

import static java.util.Objects.requireNonNull;

import dev.longrun.OperationsClient;
import dev.longrun.OperationsClientBuilder;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.observation.ObservationRegistry;

/**
 * Instruments clients with Micrometer.
 *
 * <pre>{@code
 * LongrunMicrometer telemetry = LongrunMicrometer.create(meters, observations);
 * try (OperationsClient client = telemetry.instrument(OperationsClient.builder()).build();
 *         OperationsClientMetrics gauges = telemetry.observe(client)) {
 *     client.canceller().cancel(name);
 * }
 * }</pre>
 *
 * <p>{@link dev.longrun.micrometer The package} lists the observations, meters and tags. An application needs one
 * object of this class, for any number of clients. Thread-safe.
 */
public final class LongrunMicrometer {
    private final MeterRegistry meters;
    private final ObservationTracer tracer;
    private final CalledServices services = new CalledServices();

    private LongrunMicrometer(MeterRegistry meters, ObservationRegistry observations) {
        this.meters = meters;
        this.tracer = new ObservationTracer(observations);
    }

    /** With timers and gauges in this registry, without traces. */
    public static LongrunMicrometer create(MeterRegistry meters) {
        return create(meters, ObservationRegistry.NOOP);
    }

    /**
     * With gauges in the one registry and Observations in the other, whose handlers make timers and spans of them. It
     * needs a {@link DefaultMeterObservationHandler} for timers, as the registry of Spring Boot has. In place of
     * {@link ObservationRegistry#NOOP}, a registry with that handler alone is used.
     */
    public static LongrunMicrometer create(MeterRegistry meters, ObservationRegistry observations) {
        requireNonNull(meters, "meters");
        requireNonNull(observations, "observations");
        return new LongrunMicrometer(
                meters, observations.equals(ObservationRegistry.NOOP) ? timing(meters) : observations);
    }

    private static ObservationRegistry timing(MeterRegistry meters) {
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
        return registry;
    }

    /**
     * Clients of this builder have Observations, and carry the caller's Observation to listeners, interceptors and
     * stages. Replaces another {@linkplain OperationsClientBuilder#tracer tracer} of the builder.
     *
     * @return the same builder
     */
    public OperationsClientBuilder instrument(OperationsClientBuilder builder) {
        return builder.tracer(tracer).listener(services);
    }

    /** As {@link #observe(OperationsClient, Iterable)}, for the only client of an application. */
    public OperationsClientMetrics observe(OperationsClient client) {
        return observe(client, Tags.empty());
    }

    /**
     * Registers the gauges of a client. Closing the result removes them; the client stays open.
     *
     * @param tags of each gauge. Several clients need some that tell them apart, as a registry has one meter for each
     *     name and set of tags
     */
    public OperationsClientMetrics observe(OperationsClient client, Iterable<Tag> tags) {
        OperationsClientMetrics metrics = new OperationsClientMetrics(client, tags, services::forget);
        services.tell(metrics);
        metrics.bindTo(meters);
        return metrics;
    }
}
