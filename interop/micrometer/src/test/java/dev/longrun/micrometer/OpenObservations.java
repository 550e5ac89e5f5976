// SPDX-License-Identifier: Apache-2.0
package dev.longrun.micrometer;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The Observations that have begun and not ended. */
final class OpenObservations implements ObservationHandler<Observation.Context> {
    private final Set<Observation.Context> open = ConcurrentHashMap.newKeySet();

    /** Waits until each Observation has ended. */
    void awaitNone() throws InterruptedException {
        synchronized (open) {
            while (!open.isEmpty()) {
                TimeUnit.SECONDS.timedWait(open, 1);
            }
        }
    }

    @Override
    public void onStart(Observation.Context context) {
        open.add(context);
    }

    @Override
    public void onStop(Observation.Context context) {
        open.remove(context);
        synchronized (open) {
            open.notifyAll();
        }
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return true;
    }
}
