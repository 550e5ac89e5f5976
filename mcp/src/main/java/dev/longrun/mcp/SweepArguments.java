// SPDX-License-Identifier: Apache-2.0
package dev.longrun.mcp;

import dev.longrun.service.OperationParent;
import dev.longrun.sweep.OperationFilter;
import dev.longrun.sweep.Sweep;
import java.util.List;

/** The arguments that say which operations a plan has, in the language of filters of {@code lro sweep}. */
final class SweepArguments {
    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    private SweepArguments() {}

    static InputSchema addTo(InputSchema schema) {
        return schema.texts(
                        "filters",
                        "Which running operations; all of these must hold, and each is as of `lro sweep --filter`, a part"
                                + " of AIP-160: age>1h AND verb=create AND NOT target=nightly-*. What a service does"
                                + " not tell never matches, also not under NOT.")
                .text("server_filter", "A filter in the service's own syntax; sent as it is.")
                .whole("limit", MOST, USUAL, "The most operations in the plan; `beyond` counts those left out.");
    }

    /** @throws IllegalArgumentException if a filter is none */
    static Sweep sweep(List<OperationParent> parents, ToolArguments arguments) {
        int limit = arguments.whole("limit", USUAL);
        Sweep sweep = Sweep.of(parents).withMaxOps(limit).withSampleSize(limit);
        for (String filter : arguments.texts("filters")) {
            sweep = sweep.withFilter(OperationFilter.parse(filter));
        }
        String onServer = arguments.text("server_filter").orElse("");
        return onServer.isEmpty() ? sweep : sweep.withServerFilter(onServer);
    }
}
