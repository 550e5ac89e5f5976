// SPDX-License-Identifier: Apache-2.0
package dev.longrun.opentelemetry;

import dev.longrun.call.AttemptEvent;
import dev.longrun.call.BatchEvent;
import dev.longrun.call.ClientTracer;
import dev.longrun.call.OperationEvent;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.function.UnaryOperator;

/** Starts a span for each act of a client and each of its HTTP requests, and measures how long they take. */
final class SpanTracer implements ClientTracer {
    private final Tracer tracer;
    private final TextMapPropagator propagator;
    private final DurationHistograms durations;

    SpanTracer(Tracer tracer, TextMapPropagator propagator, DurationHistograms durations) {
        this.tracer = tracer;
        this.propagator = propagator;
        this.durations = durations;
    }

    @Override
    public UnaryOperator<Runnable> capture() {
        return Context.current()::wrap;
    }

    @Override
    public TracedOperation operationStarted(OperationEvent operation) {
        SpanBuilder span = tracer.spanBuilder(OperationAttributes.act(operation))
                .setAllAttributes(OperationAttributes.ofStart(operation));
        return new OperationSpan(StartedSpan.start(span), durations);
    }

    @Override
    public Traced<BatchEvent> batchStarted() {
        return new BatchSpan(StartedSpan.start(tracer.spanBuilder("cancel batch")));
    }

    @Override
    public TracedAttempt attemptStarted(AttemptEvent attempt) {
        SpanBuilder span = tracer.spanBuilder(AttemptAttributes.spanName(attempt))
                .setSpanKind(SpanKind.CLIENT)
                .setAllAttributes(AttemptAttributes.ofStart(attempt));
        return new AttemptSpan(StartedSpan.start(span), propagator, durations);
    }
}
