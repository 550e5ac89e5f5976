// SPDX-License-Identifier: Apache-2.0
package dev.longrun.opentelemetry;

import dev.longrun.OperationsClient;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.service.OperationName;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.metrics.BatchCallback;

/** The example of the package page; {@link OpenTelemetryPageTest} compares them. */
final class OpenTelemetryExample {
    private OpenTelemetryExample() {}

    @SuppressWarnings("try") // metrics are closed, and not used
    static void cancel(OperationName name) {
        LongrunOpenTelemetry telemetry = LongrunOpenTelemetry.create(GlobalOpenTelemetry.get());
        try (OperationsClient client =
                        telemetry.instrument(OperationsClient.builder()).build();
                BatchCallback metrics = telemetry.observe(client)) {
            CancelOutcome outcome = client.canceller().cancel(name);
            System.out.println(outcome.describe());
        }
    }
}
