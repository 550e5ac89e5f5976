// SPDX-License-Identifier: Apache-2.0
package dev.longrun.micrometer;

import dev.longrun.call.BatchEvent;
import dev.longrun.call.ClientTracer;
import io.micrometer.observation.Observation;

/** A batch. The Observations of its cancels tell which of them failed; the batch itself did not. */
record BatchObservation(Observation observation, BatchObservationContext context)
        implements ClientTracer.Traced<BatchEvent> {

    @Override
    public ClientTracer.Scope makeCurrent() {
        return observation.openScope()::close;
    }

    @Override
    public void ended(BatchEvent end) {
        context.setEnd(end);
        observation.stop();
    }
}
