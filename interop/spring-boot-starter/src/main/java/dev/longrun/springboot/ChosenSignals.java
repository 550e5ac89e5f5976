// SPDX-License-Identifier: Apache-2.0
package dev.longrun.springboot;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.propagation.ContextPropagators;

/** An OpenTelemetry without spans or without metrics. */
record ChosenSignals(OpenTelemetry all, boolean traces, boolean metrics) implements OpenTelemetry {

    @Override
    public TracerProvider getTracerProvider() {
        return traces ? all.getTracerProvider() : TracerProvider.noop();
    }

    @Override
    public MeterProvider getMeterProvider() {
        return metrics ? all.getMeterProvider() : MeterProvider.noop();
    }

    @Override
    public ContextPropagators getPropagators() {
        return all.getPropagators();
    }
}
