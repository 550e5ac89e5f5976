// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import dev.longrun.call.AttemptEvent;
import dev.longrun.call.BatchEvent;
import dev.longrun.call.ClientTracer;
import dev.longrun.call.OperationEvent;
import dev.longrun.call.StateEvent;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.LoggerFactory;

/** A tracer of the application that throws nothing and is told of each end once. Thread-safe. */
final class GuardedTracer implements ClientTracer {
    private static final Scope NO_SCOPE = () -> {};

    private final ClientTracer tracer;

    private GuardedTracer(ClientTracer tracer) {
        this.tracer = tracer;
    }

    static ClientTracer of(ClientTracer tracer) {
        return new GuardedTracer(tracer);
    }

    @Override
    public UnaryOperator<Runnable> capture() {
        return tracer.capture(); // guarded as any carrier is
    }

    @Override
    public TracedOperation operationStarted(OperationEvent operation) {
        TracedOperation traced = guarded(() -> tracer.operationStarted(operation), end -> {});
        return new GuardedOperation(traced);
    }

    @Override
    public Traced<BatchEvent> batchStarted() {
        return new Guarded<>(guarded(tracer::batchStarted, end -> {}));
    }

    @Override
    public TracedAttempt attemptStarted(AttemptEvent attempt) {
        return new GuardedAttempt(guarded(() -> tracer.attemptStarted(attempt), end -> {}));
    }

    private static class Guarded<E> implements Traced<E> {
        private final Traced<E> traced;
        private final AtomicBoolean ended = new AtomicBoolean();

        Guarded(Traced<E> traced) {
            this.traced = traced;
        }

        @Override
        public Scope makeCurrent() {
            Scope scope = guarded(traced::makeCurrent, NO_SCOPE);
            return () -> guarded(scope::close);
        }

        @Override
        public void ended(E end) {
            if (!ended.getAndSet(true)) {
                guarded(() -> traced.ended(end));
            }
        }
    }

    private static final class GuardedOperation extends Guarded<OperationEvent> implements TracedOperation {
        private final TracedOperation traced;

        GuardedOperation(TracedOperation traced) {
            super(traced);
            this.traced = traced;
        }

        @Override
        public void stateChanged(StateEvent state) {
            guarded(() -> traced.stateChanged(state));
        }
    }

    private static final class GuardedAttempt extends Guarded<AttemptEvent> implements TracedAttempt {
        private final TracedAttempt traced;

        GuardedAttempt(TracedAttempt traced) {
            super(traced);
            this.traced = traced;
        }

        @Override
        public Map<String, String> headers() {
            return guarded(() -> Map.copyOf(traced.headers()), Map.of());
        }
    }

    private static void guarded(Runnable call) {
        guarded(
                () -> {
                    call.run();
                    return true;
                },
                true);
    }

    private static <T> T guarded(Supplier<T> call, T otherwise) {
        try {
            T value = call.get();
            return value == null ? otherwise : value;
        } catch (Throwable ignored) { // checked ones too: other languages do not declare them
            LoggerFactory.getLogger(ClientTracer.class).warn("a ClientTracer failed and was ignored", ignored);
            return otherwise;
        }
    }
}
