// SPDX-License-Identifier: Apache-2.0
package dev.longrun.micrometer;

import dev.longrun.call.AttemptEvent;
import dev.longrun.call.BatchEvent;
import dev.longrun.call.ClientTracer;
import dev.longrun.call.OperationEvent;
import io.micrometer.observation.NullObservation;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Starts an Observation for each act of a client and each of its HTTP requests. */
final class ObservationTracer implements ClientTracer {
    private static final OperationObservationConvention OPERATION = new OperationObservationConvention();
    private static final BatchObservationConvention BATCH = new BatchObservationConvention();
    private static final AttemptObservationConvention ATTEMPT = new AttemptObservationConvention();

    private final ObservationRegistry registry;

    ObservationTracer(ObservationRegistry registry) {
        this.registry = registry;
    }

    @Override
    public UnaryOperator<Runnable> capture() {
        Observation captured = registry.getCurrentObservation();
        return task -> () -> run(task, captured);
    }

    /** Without a captured Observation none is current, also where the thread has one. */
    private void run(Runnable task, @Nullable Observation captured) {
        if (captured == null && registry.getCurrentObservation() == null) {
            task.run();
            return;
        }
        Observation current = captured == null ? new NullObservation(registry) : captured;
        Observation.Scope scope = current.openScope();
        try {
            task.run();
        } finally {
            scope.close();
        }
    }

    @Override
    public TracedOperation operationStarted(OperationEvent operation) {
        OperationObservationContext context = new OperationObservationContext(operation);
        return new OperationObservation(Observation.start(null, OPERATION, () -> context, registry), context);
    }

    @Override
    public Traced<BatchEvent> batchStarted() {
        BatchObservationContext context = new BatchObservationContext();
        return new BatchObservation(Observation.start(null, BATCH, () -> context, registry), context);
    }

    @Override
    public TracedAttempt attemptStarted(AttemptEvent attempt) {
        AttemptObservationContext context = new AttemptObservationContext(attempt);
        return new AttemptObservation(Observation.start(null, ATTEMPT, () -> context, registry), context);
    }
}
