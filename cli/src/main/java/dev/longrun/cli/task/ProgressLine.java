// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import static java.util.stream.Collectors.joining;

import dev.longrun.cli.output.Elapsed;
import dev.longrun.cli.output.OperationFormatter;
import dev.longrun.cli.output.RowPrinter;
import dev.longrun.operation.Operation;
import dev.longrun.text.Counted;
import dev.longrun.text.Durations;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far a run is, in one line.
 *
 * @param counts of the printed results, by label
 * @param taken the names taken so far
 * @param total of names, where it is known
 * @param trouble the error of the newest request, or empty
 * @param newest the newest snapshot of an operation in progress; shown for a run of few names
 */
record ProgressLine(
        Map<String, Long> counts,
        long taken,
        OptionalLong total,
        Duration elapsed,
        String trouble,
        Optional<Operation> newest) {
    private static final double MILLIS = 1000.0;
    private static final int FEW = 20;

    /**
     * {@code waiting for 3 of 5 operations, 12.0s so far; 2 cancelled; operation-17 runs, at 40 %}, or for many
     * {@code waiting for 3900 of 5000 operations (80 in flight), 60.5s so far; 1100 cancelled; 18.2/s, about 3m 35s
     * left}.
     */
    String line() {
        boolean few = taken <= FEW && total.orElse(0) <= FEW;
        return waitingFor(what(), elapsed)
                + clause(labels())
                + clause(few || known() == 0 ? "" : rate() + left())
                + clause(trouble.isEmpty() && few ? state() : trouble);
    }

    /** {@code waiting for the list of projects/p/locations/l, 12.0s so far}. */
    static String waitingFor(String what, Duration elapsed) {
        return "waiting for " + what + ", " + Elapsed.seconds(elapsed) + " so far";
    }

    /** {@code ; text}, or nothing for an empty text. */
    static String clause(String text) {
        return text.isEmpty() ? "" : "; " + text;
    }

    /** {@code 5000 in 251.3s (19.9/s): 4800 cancelled, 200 completed anyway}, for the end. */
    String summary() {
        String done = known() + " in " + Elapsed.seconds(elapsed);
        if (counts.isEmpty()) {
            return done + (taken == 0 ? ": no names" : ": no results");
        }
        return done + " (" + rate() + "): " + labels();
    }

    private String what() {
        long inFlight = Math.max(0, taken - known());
        if (total.isEmpty()) {
            return Counted.of(inFlight, "operation");
        }
        long all = total.getAsLong();
        long left = Math.max(0, all - known());
        String operations = all == 1 ? "1 operation" : left + " of " + all + " operations";
        return left == inFlight ? operations : operations + " (" + inFlight + " in flight)";
    }

    private long known() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private String labels() {
        return counts.entrySet().stream()
                .map(each -> label(each.getKey(), each.getValue()))
                .collect(joining(", "));
    }

    /** {@code 2 completed anyway}, {@code 1 error}: all labels but one are no nouns. */
    private static String label(String label, long count) {
        String words = label.toLowerCase(Locale.ROOT).replace('_', ' ');
        return label.equals(RowPrinter.ERROR) ? Counted.of(count, words) : count + " " + words;
    }

    private String state() {
        return newest.filter(operation -> !operation.done())
                .map(operation ->
                        operation.name().resource().id() + " runs" + comma(OperationFormatter.progress(operation)))
                .orElse("");
    }

    private static String comma(String text) {
        return text.isEmpty() ? "" : ", " + text;
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
        return ", about " + Durations.format(left) + " left";
    }
}
