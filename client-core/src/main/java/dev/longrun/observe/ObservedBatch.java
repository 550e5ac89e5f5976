// SPDX-License-Identifier: Apache-2.0
package dev.longrun.observe;

import dev.longrun.call.BatchEvent;
import dev.longrun.call.ClientTracer;
import dev.longrun.rpc.CarriedContext;
import dev.longrun.time.Deadline;
import dev.longrun.time.TimeSource;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** A batch, from its start to its end. Thread-safe. */
public final class ObservedBatch {
    private final ClientTracer.Traced<BatchEvent> traced;
    private final CarriedContext context;
    private final Deadline started;

    ObservedBatch(ClientTracer tracer, Supplier<CarriedContext> capture, TimeSource time) {
        this.started = Deadline.after(Duration.ZERO, time);
        this.traced = tracer.batchStarted();
        this.context = capturedIn(traced, capture);
    }

    private static CarriedContext capturedIn(ClientTracer.Traced<BatchEvent> traced, Supplier<CarriedContext> capture) {
        ClientTracer.Scope current = traced.makeCurrent();
        try {
            return capture.get();
        } finally {
            current.close();
        }
    }

    /** The context in which the cancels of the batch begin. */
    public CarriedContext context() {
        return context;
    }

    /** Only the first call counts. */
    public void ended(Map<String, Long> outcomes, long failed) {
        traced.ended(new BatchEvent(outcomes, failed, started.elapsed()));
    }
}
