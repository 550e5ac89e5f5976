// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was asked and what became of it, for one of the {@link ReportFormat}s.
 *
 * @param counts the number of rows by outcome, and of operations that are known by number only
 * @param unresolved the number of operations that another run can still find out about
 * @param goOn the command for them; empty if there is none
 * @param traffic the requests over time; null if they were not recorded, as in a journal
 * @param rows one for each name
 */
public record Report(
        ReportHeader header,
        Map<String, Long> counts,
        long unresolved,
        String goOn,
        @Nullable TrafficLog traffic,
        RowSource rows) {

    /** The number of operations. */
    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
