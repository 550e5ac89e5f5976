// SPDX-License-Identifier: Apache-2.0
package dev.longrun;

import dev.longrun.call.ClientListener;
import dev.longrun.call.ClientTracer;
import dev.longrun.call.ContextCarrier;
import dev.longrun.rpc.CarriedContext;
import dev.longrun.rpc.Listeners;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What observes the clients of a builder. Not thread-safe. */
final class Observation {
    private final List<ClientListener> listeners = new ArrayList<>();
    private final List<ContextCarrier> carriers = new ArrayList<>();
    private Optional<ClientTracer> tracer = Optional.empty();

    void listener(ClientListener value) {
        listeners.add(value);
    }

    void carrier(ContextCarrier value) {
        carriers.add(value);
    }

    void tracer(ClientTracer value) {
        tracer = Optional.of(value);
    }

    Listeners listeners() {
        return new Listeners(listeners, tracer);
    }

    /** A tracer carries its context too. */
    ContextCarrier carrier() {
        List<ContextCarrier> all = new ArrayList<>(carriers);
        tracer.ifPresent(all::add);
        return CarriedContext.all(all);
    }
}
