// SPDX-License-Identifier: Apache-2.0
package dev.longrun.mcp;

import dev.longrun.cli.output.PlannedRow;
import dev.longrun.cli.output.RowJson;
import dev.longrun.sweep.SweepCounts;
import dev.longrun.sweep.SweepPlan;
import dev.longrun.sweep.SweepPlan.UnreachableLocation;
import dev.longrun.wire.JsonWriter;

/** A plan as JSON: its id, what was seen, and the operations as {@code lro sweep --format=json} has them. */
record PlanJson(String id, SweepPlan plan) {

    String json() {
        SweepCounts counts = plan.counts();
        JsonWriter leftOut = JsonWriter.object();
        counts.leftOut().forEach(leftOut::put);
        return RowJson.object()
                .put("planId", id)
                .put("expiresInSeconds", PlanLedger.VALID.toSeconds())
                .put("which", plan.filters())
                .put("seen", counts.seen())
                .put("done", counts.done())
                .put("running", counts.running())
                .putRaw("leftOut", leftOut.end())
                .put("planned", plan.names().size())
                .put("beyond", plan.beyond())
                .putRaw(
                        "operations",
                        plan.sample().stream()
                                .map(planned -> new PlannedRow(planned).json())
                                .toList())
                .putRaw(
                        "unreached",
                        plan.unreached().stream().map(PlanJson::json).toList())
                .put("unusableCount", counts.unusable())
                .put("unusable", plan.unusable())
                .end();
    }

    private static String json(UnreachableLocation location) {
        return JsonWriter.object()
                .put("where", location.where())
                .put("reason", location.reason())
                .end();
    }
}
