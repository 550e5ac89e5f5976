// SPDX-License-Identifier: Apache-2.0
package dev.longrun.opentelemetry;

import dev.longrun.call.AttemptEvent;
import dev.longrun.call.OperationEvent;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.List;

/** The histograms. Each value is recorded in the context of its span, so that exemplars lead to that span. */
final class DurationHistograms {
    private static final double NANOS_PER_SECOND = 1e9;

    /** The advice of the semantic conventions. */
    private static final List<Double> OF_REQUESTS =
            List.of(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0);

    /** From a cancel that is taken at once to a watch of a day. */
    private static final List<Double> OF_OPERATIONS =
            List.of(0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0, 900.0, 3600.0, 14400.0, 86400.0);

    private final DoubleHistogram requests;
    private final DoubleHistogram operations;

    DurationHistograms(Meter meter) {
        requests = meter.histogramBuilder("http.client.request.duration")
                .setDescription("Duration of HTTP client requests.")
                .setUnit("s")
                .setExplicitBucketBoundariesAdvice(OF_REQUESTS)
                .build();
        operations = meter.histogramBuilder("longrun.operation.duration")
                .setDescription("Duration of cancels and watches, by their outcome.")
                .setUnit("s")
                .setExplicitBucketBoundariesAdvice(OF_OPERATIONS)
                .build();
    }

    void record(AttemptEvent end, Context context) {
        requests.record(seconds(end.elapsed()), AttemptAttributes.ofMetric(end), context);
    }

    void record(OperationEvent end, Context context) {
        operations.record(seconds(end.elapsed()), OperationAttributes.ofMetric(end), context);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS_PER_SECOND;
    }
}
