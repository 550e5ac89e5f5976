// SPDX-License-Identifier: Apache-2.0
package dev.longrun.micrometer;

import dev.longrun.call.AttemptEvent;
import dev.longrun.call.ClientTracer;
import io.micrometer.observation.Observation;
import java.util.Map;

/** An HTTP request. */
record AttemptObservation(Observation observation, AttemptObservationContext context)
        implements ClientTracer.TracedAttempt {

    @Override
    public ClientTracer.Scope makeCurrent() {
        return observation.openScope()::close;
    }

    @Override
    public Map<String, String> headers() {
        return context.headers();
    }

    @Override
    public void ended(AttemptEvent end) {
        context.setResponse(end);
        if (!end.problem().isEmpty()) {
            observation.error(new FailedAttemptException(end.problem()));
        }
        observation.stop();
    }

    /** Marks an Observation as failed. Never thrown, so it has no stack trace. */
    private static final class FailedAttemptException extends Exception {
        private static final long serialVersionUID = 1;

        FailedAttemptException(String problem) {
            super(problem, null, false, false);
        }
    }
}
