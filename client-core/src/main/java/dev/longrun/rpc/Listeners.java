// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import dev.longrun.call.AttemptEvent;
import dev.longrun.call.CallEvent;
import dev.longrun.call.ClientListener;
import dev.longrun.call.ClientTracer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Notifies the listeners of a client, and its tracer, of calls and attempts. What they throw is logged and ignored.
 * Thread-safe.
 */
public final class Listeners {
    private final List<ClientListener> listeners;
    private final @Nullable ClientTracer tracer;

    public Listeners(List<ClientListener> listeners, Optional<ClientTracer> tracer) {
        this.listeners = List.copyOf(listeners);
        this.tracer = tracer.map(GuardedTracer::new).orElse(null);
    }

    /** Neither listeners nor a tracer. */
    public static Listeners none() {
        return new Listeners(List.of(), Optional.empty());
    }

    /** Whether there are none; a tracer is none of them. */
    public boolean isEmpty() {
        return listeners.isEmpty();
    }

    /** Throws nothing; null if there is none. */
    public @Nullable ClientTracer tracer() {
        return tracer;
    }

    void callStarted(CallRequest request) {
        CallEvent event = request.event();
        fire(listener -> listener.callStarted(event));
    }

    void callEnded(CallRequest request, int attempts, Duration elapsed, @Nullable Throwable failure) {
        CallEvent event = request.event().after(attempts, elapsed, failure);
        fire(listener -> listener.callEnded(event));
    }

    /** Notifies each listener. */
    public void fire(Consumer<ClientListener> event) {
        for (ClientListener listener : listeners) {
            try {
                event.accept(listener);
            } catch (Throwable ignored) { // checked ones too: other languages do not declare them
                LoggerFactory.getLogger(ClientListener.class).warn("a ClientListener failed and was ignored", ignored);
            }
        }
    }

    /** An attempt begins, the first of a call with number 1; null if nothing observes it. */
    @Nullable
    ObservedAttempt attemptStarted(CallRequest request, int number, Duration inCall) {
        if (listeners.isEmpty() && tracer == null) {
            return null;
        }
        AttemptEvent start = new AttemptEvent(request.event().after(number, inCall, null), 0, "", Duration.ZERO);
        return new ObservedAttempt(this, start, tracer == null ? null : tracer.attemptStarted(start));
    }
}
