// SPDX-License-Identifier: Apache-2.0
package dev.longrun.micrometer;

import dev.longrun.call.ClientTracer;
import dev.longrun.call.OperationEvent;
import dev.longrun.call.StateEvent;
import io.micrometer.observation.Observation;

/** A cancel or a watch. An outcome is a result, whatever its kind; only a failure is an error. */
record OperationObservation(Observation observation, OperationObservationContext context)
        implements ClientTracer.TracedOperation {

    @Override
    public ClientTracer.Scope makeCurrent() {
        return observation.openScope()::close;
    }

    @Override
    public void stateChanged(StateEvent state) {
        observation.event(Observation.Event.of("state", text(state)));
    }

    /** Such as {@code PENDING, 40 %, cancel requested}. */
    private static String text(StateEvent state) {
        return state.serviceState().orElse(state.state())
                + (state.percent().isPresent()
                        ? ", " + Math.round(state.percent().getAsDouble()) + " %"
                        : "")
                + (state.cancelRequested() ? ", cancel requested" : "");
    }

    @Override
    public void ended(OperationEvent end) {
        context.setEnd(end);
        end.failure().ifPresent(observation::error);
        observation.stop();
    }
}
