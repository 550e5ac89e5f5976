// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.report;

import dev.longrun.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts rows by outcome, and keeps the first names that are unresolved. Not thread-safe. */
final class RowTally {
    private final Map<String, Long> counts = new TreeMap<>();
    private final List<String> names = new ArrayList<>();
    private long unresolved;

    void add(ReportRow row) {
        counts.merge(row.outcome(), 1L, Long::sum);
        if (row.isOpen()) {
            unresolved++;
            if (names.size() <= GoOn.SPELLED_OUT) {
                names.add(row.fullName());
            }
        }
    }

    /** Names that were not begun, of which only the number is known. */
    void addNotBegun(long count) {
        if (count > 0) {
            counts.merge(ReportRow.NOT_BEGUN, count, Long::sum);
            unresolved += count;
        }
    }

    Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    long unresolved() {
        return unresolved;
    }

    /** The command for what is unresolved; empty if nothing is. */
    String goOn(GoOn next) {
        if (unresolved == 0) {
            return "";
        }
        return SafeText.of(
                next.command(unresolved == names.size() && unresolved <= GoOn.SPELLED_OUT ? names : List.of()));
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }
}
