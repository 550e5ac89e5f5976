// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import dev.longrun.call.ClientListener;
import dev.longrun.call.ClientTracer;
import dev.longrun.time.Deadline;
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
        this.tracer = tracer.isPresent() ? GuardedTracer.of(tracer.get()) : null;
    }

    /** Neither listeners nor a tracer. */
    public static Listeners none() {
        return new Listeners(List.of(), Optional.empty());
    }

    /** Whether there is no listener; a tracer does not count. */
    public boolean isEmpty() {
        return listeners.isEmpty();
    }

    /** The tracer, guarded so that it throws nothing; null if there is none. */
    public @Nullable ClientTracer tracer() {
        return tracer;
    }

    /** A call begins; null if nothing observes it. */
    @Nullable
    CallObserver observe(CallRequest request, Deadline deadline) {
        return listeners.isEmpty() && tracer == null ? null : new CallObserver(this, request.event(), deadline);
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
}
