// SPDX-License-Identifier: Apache-2.0
package dev.longrun.observe;

import dev.longrun.call.ClientTracer;
import dev.longrun.call.StateEvent;
import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationInfo;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells a tracer of the snapshots that differ in their state from those before. Thread-safe. */
final class StateReporter implements Consumer<Operation> {
    private final ClientTracer.TracedOperation traced;
    private final AtomicReference<@Nullable StateEvent> newest = new AtomicReference<>();

    StateReporter(ClientTracer.TracedOperation traced) {
        this.traced = traced;
    }

    @Override
    public void accept(Operation snapshot) {
        StateEvent state = state(snapshot);
        if (!state.equals(newest.getAndSet(state))) {
            traced.stateChanged(state);
        }
    }

    private static StateEvent state(Operation snapshot) {
        OperationInfo info = snapshot.info();
        return new StateEvent(
                snapshot.name(),
                snapshot.state().name(),
                info.state(),
                info.progress().map(OperationInfo.Progress::percent).orElse(OptionalDouble.empty()),
                info.cancelRequested().orElse(false));
    }
}
