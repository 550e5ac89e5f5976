// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * How far a batch is, in words.
 *
 * @param counts of what is known, by label
 * @param taken names so far
 * @param total of names, where it is known
 */
record ProgressLine(Map<String, Long> counts, long taken, OptionalLong total, Duration elapsed) {
    private static final double MILLIS = 1000.0;

    /** {@code 1200 of 5000: 1100 cancelled, 100 completed anyway; 80 under way; 19.8/s, about 3m12s left}. */
    String line() {
        long known = known();
        String of = total.isPresent() ? " of " + total.getAsLong() : "";
        return known + of + ": " + words() + "; " + Math.max(0, taken - known) + " under way; " + rate() + left();
    }

    /** {@code 5000 in 251.3s (19.9/s): 4800 cancelled, 200 completed anyway}; for the end, when no more gets known. */
    String summary() {
        String done = String.format(Locale.ROOT, "%d in %.1fs", known(), elapsed.toMillis() / MILLIS);
        if (counts.isEmpty()) {
            return done + (taken == 0 ? ": no names" : ": nothing known");
        }
        return done + " (" + rate() + "): " + words();
    }

    private long known() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private String words() {
        return counts.isEmpty()
                ? "nothing known yet"
                : counts.entrySet().stream()
                        .map(each -> each.getValue() + " "
                                + each.getKey().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(", "));
    }

    private double perSecond() {
        return elapsed.toMillis() == 0 ? 0 : known() * MILLIS / elapsed.toMillis();
    }

    private String rate() {
        return String.format(Locale.ROOT, "%.1f/s", perSecond());
    }

    private String left() {
        if (total.isEmpty() || perSecond() == 0) {
            return "";
        }
        Duration left = Duration.ofSeconds((long) Math.ceil(Math.max(0, total.getAsLong() - known()) / perSecond()));
        String text = left.toString().substring(2).toLowerCase(Locale.ROOT);
        return ", about " + text + " left";
    }
}
