// SPDX-License-Identifier: Apache-2.0
package dev.longrun.micrometer;

import dev.longrun.OperationsClient;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.service.OperationName;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.observation.ObservationRegistry;

/** The example of the package page; {@link MicrometerPageTest} compares them. */
final class MicrometerExample {
    private MicrometerExample() {}

    @SuppressWarnings("try") // gauges are closed, and not used
    static void cancel(OperationName name, ObservationRegistry observations) {
        LongrunMicrometer telemetry = LongrunMicrometer.create(Metrics.globalRegistry, observations);
        try (OperationsClient client =
                        telemetry.instrument(OperationsClient.builder()).build();
                OperationsClientMetrics gauges = telemetry.observe(client)) {
            CancelOutcome outcome = client.canceller().cancel(name);
            System.out.println(outcome.describe());
        }
    }
}
