// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import dev.longrun.call.AttemptEvent;
import dev.longrun.call.CallEvent;
import dev.longrun.call.ClientListener;
import dev.longrun.call.OperationEvent;
import dev.longrun.service.OperationName;
import dev.longrun.time.Deadline;
import dev.longrun.time.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Notifies the listeners of a client. What a listener throws is logged and ignored. Thread-safe. */
public final class Listeners {
    private final List<ClientListener> listeners;
    private final TimeSource time;

    public Listeners(List<ClientListener> listeners, TimeSource time) {
        this.listeners = List.copyOf(listeners);
        this.time = time;
    }

    boolean isEmpty() {
        return listeners.isEmpty();
    }

    void callStarted(CallRequest request) {
        CallEvent event = request.event();
        fire(listener -> listener.callStarted(event));
    }

    void callEnded(CallRequest request, int attempts, Duration elapsed, @Nullable Throwable failure) {
        CallEvent event = request.event().after(attempts, elapsed, failure);
        fire(listener -> listener.callEnded(event));
    }

    /** @param problem the failure in a word or two, or empty */
    void attemptEnded(
            CallRequest request, int number, Duration inCall, int httpStatus, String problem, Duration elapsed) {
        AttemptEvent event =
                new AttemptEvent(request.event().after(number, inCall, null), httpStatus, problem, elapsed);
        fire(listener -> listener.attemptEnded(event));
    }

    /** Starts a cancel, and reports its start, and its end with the word for its outcome. */
    public <T> CompletableFuture<T> cancel(
            OperationName name, Supplier<CompletableFuture<T>> action, Function<T, String> outcome) {
        return isEmpty() ? action.get() : observe(OperationEvent.Kind.CANCEL, name, action, outcome);
    }

    /** Starts a watch, and reports its start, and its end with the word for its outcome. */
    public <T> CompletableFuture<T> watch(
            OperationName name, Supplier<CompletableFuture<T>> action, Function<T, String> outcome) {
        return isEmpty() ? action.get() : observe(OperationEvent.Kind.WATCH, name, action, outcome);
    }

    private <T> CompletableFuture<T> observe(
            OperationEvent.Kind kind,
            OperationName name,
            Supplier<CompletableFuture<T>> action,
            Function<T, String> outcome) {
        Deadline started = Deadline.after(Duration.ZERO, time);
        OperationEvent start = new OperationEvent(kind, name, Duration.ZERO, "", null);
        fire(listener -> listener.operationStarted(start));
        CompletableFuture<T> source = action.get();
        CompletableFuture<T> result = new CompletableFuture<>(); // ends after the listeners have heard of it
        source.whenComplete((value, failure) -> {
            String word = failure == null ? outcome.apply(value) : "";
            OperationEvent end = new OperationEvent(kind, name, started.elapsed(), word, failure);
            fire(listener -> listener.operationEnded(end));
            if (failure == null) {
                result.complete(value);
            } else {
                result.completeExceptionally(failure);
            }
        });
        result.whenComplete((value, failure) -> source.cancel(true)); // no effect unless it ended from outside
        return result;
    }

    private void fire(Consumer<ClientListener> event) {
        for (ClientListener listener : listeners) {
            try {
                event.accept(listener);
            } catch (Throwable ignored) { // checked ones too: other languages do not declare them
                LoggerFactory.getLogger(ClientListener.class).warn("a ClientListener failed and was ignored", ignored);
            }
        }
    }
}
