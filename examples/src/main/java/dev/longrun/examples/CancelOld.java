// SPDX-License-Identifier: Apache-2.0
package dev.longrun.examples;

import dev.longrun.OperationsClient;
import dev.longrun.cancel.BatchOptions;
import dev.longrun.cancel.CancelBatch;
import dev.longrun.filestore.v1.Filestore;
import dev.longrun.sweep.OperationFilter;
import dev.longrun.sweep.Sweep;
import dev.longrun.sweep.SweepPlan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Cancels the operations of a location that have run for more than an hour. Operations without a start time are left
 * out. Arguments: project, location.
 */
public final class CancelOld {
    private CancelOld() {}

    public static void main(String[] args) {
        try (OperationsClient client = OperationsClient.create()) {
            cancelOld(client, args[0], args[1], Clock.systemUTC().instant());
        }
    }

    static void cancelOld(OperationsClient client, String project, String location, Instant now) {
        SweepPlan plan = Sweep.of(Filestore.project(project).location(location).operations())
                .withFilter(OperationFilter.olderThan(Duration.ofHours(1)))
                .plan(client.operations(), now);
        System.out.println(plan.describe());
        try (CancelBatch batch = client.canceller().cancelAll(plan.names(), BatchOptions.defaults())) {
            batch.forEachRemaining(result -> System.out.println(result.describe()));
        }
    }
}
