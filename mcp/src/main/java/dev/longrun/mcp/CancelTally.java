// SPDX-License-Identifier: Apache-2.0
package dev.longrun.mcp;

import dev.longrun.cancel.CancelCounts;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.cancel.CancelResult;
import dev.longrun.cli.output.FailureJson;
import dev.longrun.cli.output.RowJson;
import dev.longrun.wire.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/** The results of a call, as {@code lro cancel --format=json} has them, with their counts. One thread at a time. */
final class CancelTally {
    private final String plan;
    private final List<String> results = new ArrayList<>();
    private CancelCounts counts = CancelCounts.NONE;

    CancelTally(String plan) {
        this.plan = plan;
    }

    void add(CancelResult result) {
        counts = counts.plus(result);
        results.add(result.outcome().map(CancelOutcome::toJson).orElseGet(() -> failure(result)));
    }

    private static String failure(CancelResult result) {
        return FailureJson.line(RowJson.about(result.name()), result.failure().orElseThrow());
    }

    int size() {
        return results.size();
    }

    String json() {
        JsonWriter byOutcome = JsonWriter.object();
        counts.outcomes().forEach((kind, count) -> byOutcome.put(kind.name(), count));
        if (counts.failed() > 0) {
            byOutcome.put("ERRORS", counts.failed());
        }
        return RowJson.object()
                .put("planId", plan)
                .putRaw("counts", byOutcome.end())
                .putRaw("results", results)
                .end();
    }
}
