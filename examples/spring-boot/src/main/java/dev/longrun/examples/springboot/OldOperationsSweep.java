// SPDX-License-Identifier: Apache-2.0
package dev.longrun.examples.springboot;

import static java.util.Objects.requireNonNull;

import dev.longrun.cancel.BatchOptions;
import dev.longrun.cancel.CancelBatch;
import dev.longrun.cancel.CancelResult;
import dev.longrun.cancel.LroCanceller;
import dev.longrun.operation.Operations;
import dev.longrun.service.OperationParent;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.sweep.OperationFilter;
import dev.longrun.sweep.Sweep;
import dev.longrun.sweep.SweepPlan;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Cancels the operations that have run for too long, at night. */
@Component
@ConditionalOnProperty("sweep.parent")
class OldOperationsSweep {
    private static final Logger LOGGER = LoggerFactory.getLogger(OldOperationsSweep.class);

    private final OperationParent parent;
    private final SweepSettings settings;
    private final Operations operations;
    private final LroCanceller canceller;
    private final Clock clock = Clock.systemUTC();

    OldOperationsSweep(
            SweepSettings settings, ServiceRegistry services, Operations operations, LroCanceller canceller) {
        this.parent = services.parent(requireNonNull(settings.parent(), "sweep.parent"));
        this.settings = settings;
        this.operations = operations;
        this.canceller = canceller;
    }

    @Scheduled(cron = "${sweep.cron:0 0 3 * * *}")
    void run() {
        sweep().forEach(result -> LOGGER.info("{}", result.describe()));
    }

    List<CancelResult> sweep() {
        SweepPlan plan = Sweep.of(parent)
                .withFilter(OperationFilter.olderThan(settings.olderThan()))
                .plan(operations, clock.instant());
        LOGGER.info("{}", plan.describe());
        BatchOptions options = BatchOptions.defaults().withMaxPerSecond(settings.maxPerSecond());
        List<CancelResult> results = new ArrayList<>();
        try (CancelBatch batch = canceller.cancelAll(plan.names(), options)) {
            batch.forEachRemaining(results::add);
        }
        return results;
    }
}
