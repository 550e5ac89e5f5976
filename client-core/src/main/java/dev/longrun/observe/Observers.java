// SPDX-License-Identifier: Apache-2.0
package dev.longrun.observe;

import dev.longrun.call.ClientTracer;
import dev.longrun.call.ContextCarrier;
import dev.longrun.call.OperationEvent;
import dev.longrun.operation.Operation;
import dev.longrun.rpc.CarriedContext;
import dev.longrun.rpc.Listeners;
import dev.longrun.service.OperationName;
import dev.longrun.time.Deadline;
import dev.longrun.time.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Observes the cancels, watches and batches of a client. Thread-safe. */
public final class Observers {
    private final Listeners listeners;
    private final ContextCarrier carrier;
    private final TimeSource time;

    public Observers(Listeners listeners, ContextCarrier carrier, TimeSource time) {
        this.listeners = listeners;
        this.carrier = carrier;
        this.time = time;
    }

    /** Observes nothing, and carries no context. */
    public static Observers none(TimeSource time) {
        return new Observers(Listeners.none(), ContextCarrier.none(), time);
    }

    /** The same context, without listeners and tracer: for what is a part of something that is observed. */
    public Observers withoutListeners() {
        return new Observers(Listeners.none(), carrier, time);
    }

    /** The context of the current thread. */
    public CarriedContext context() {
        return CarriedContext.capture(carrier);
    }

    /**
     * Begins a cancel, and reports its start and its end.
     *
     * @param begin is given what takes the snapshots for the tracer, if there is one
     * @param outcome the word for the kind of an outcome
     */
    public <T> CompletableFuture<T> cancel(
            OperationName name,
            Function<Optional<Consumer<Operation>>, CompletableFuture<T>> begin,
            Function<T, String> outcome) {
        return isObserved() ? observe(OperationEvent.Kind.CANCEL, name, begin, outcome) : begin.apply(Optional.empty());
    }

    /** As {@link #cancel}, of a watch. */
    public <T> CompletableFuture<T> watch(
            OperationName name,
            Function<Optional<Consumer<Operation>>, CompletableFuture<T>> begin,
            Function<T, String> outcome) {
        return isObserved() ? observe(OperationEvent.Kind.WATCH, name, begin, outcome) : begin.apply(Optional.empty());
    }

    private boolean isObserved() {
        return !listeners.isEmpty() || listeners.tracer() != null;
    }

    private <T> CompletableFuture<T> observe(
            OperationEvent.Kind kind,
            OperationName name,
            Function<Optional<Consumer<Operation>>, CompletableFuture<T>> begin,
            Function<T, String> outcome) {
        ObservedOperation<T> observed = new ObservedOperation<>(kind, name, outcome);
        ClientTracer tracer = listeners.tracer();
        return tracer == null ? observed.begin(begin) : observed.begin(tracer, begin);
    }

    /** A batch begins; null without a tracer. */
    public @Nullable ObservedBatch batch() {
        ClientTracer tracer = listeners.tracer();
        return tracer == null ? null : new ObservedBatch(tracer, this::context, time);
    }

    /** From its start to its end; the future that an application gets ends after the observers have heard of it. */
    private final class ObservedOperation<T> {
        private final OperationEvent start;
        private final Function<T, String> outcome;
        private final Deadline started = Deadline.after(Duration.ZERO, time);
        private final CarriedContext caller = context();
        private final CompletableFuture<T> result = new CompletableFuture<>();
        private ClientTracer.@Nullable TracedOperation traced;

        ObservedOperation(OperationEvent.Kind kind, OperationName name, Function<T, String> outcome) {
            this.start = new OperationEvent(kind, name, Duration.ZERO, "", null);
            this.outcome = outcome;
        }

        CompletableFuture<T> begin(Function<Optional<Consumer<Operation>>, CompletableFuture<T>> begin) {
            listeners.fire(listener -> listener.operationStarted(start));
            return follow(begin, Optional.empty());
        }

        CompletableFuture<T> begin(
                ClientTracer tracer, Function<Optional<Consumer<Operation>>, CompletableFuture<T>> begin) {
            listeners.fire(listener -> listener.operationStarted(start));
            ClientTracer.TracedOperation begun = tracer.operationStarted(start);
            traced = begun;
            ClientTracer.Scope current = begun.makeCurrent();
            try {
                return follow(begin, Optional.of(new StateReporter(begun)));
            } finally {
                current.close();
            }
        }

        private CompletableFuture<T> follow(
                Function<Optional<Consumer<Operation>>, CompletableFuture<T>> begin,
                Optional<Consumer<Operation>> snapshots) {
            CompletableFuture<T> source;
            try {
                source = begin.apply(snapshots);
            } catch (Throwable thrown) {
                ended(null, thrown);
                throw thrown;
            }
            source.whenComplete((value, failure) -> caller.run(() -> complete(value, failure)));
            result.whenComplete((value, failure) -> source.cancel(true)); // no effect unless it ended from outside
            return result;
        }

        private void complete(@Nullable T value, @Nullable Throwable failure) {
            ended(value, failure);
            if (failure == null) {
                result.complete(value);
            } else {
                result.completeExceptionally(failure);
            }
        }

        private void ended(@Nullable T value, @Nullable Throwable failure) {
            String word = value == null ? "" : outcome.apply(value);
            OperationEvent end = new OperationEvent(start.kind(), start.name(), started.elapsed(), word, failure);
            listeners.fire(listener -> listener.operationEnded(end));
            if (traced != null) {
                traced.ended(end);
            }
        }
    }
}
