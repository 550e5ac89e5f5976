// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import dev.longrun.wire.JsonWriter;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Prints rows as they come, counts them by their first cell, and keeps the worst exit code. Thread-safe; the caller of
 * a print waits for stdout.
 */
public final class RowPrinter {
    /** The label of names without a result. */
    public static final String ERROR = "ERROR";

    private static final int NAME = 1;

    /** Names that come later may be longer than the first one by this much without moving their columns. */
    private static final String SLACK = " ".repeat(4);

    private final Console console;
    private final Format format;
    private final Function<List<String>, Columns> layout;
    private final ConcurrentMap<String, ConcurrentMap<String, Long>> counts = new ConcurrentHashMap<>();
    private final RunObserver observer;
    private List<String> expected = List.of();
    private List<List<String>> sample = List.of();
    private @Nullable Columns columns;
    private ExitCode worst = ExitCode.OK;

    /** @param layout makes columns that are wide enough for the given names */
    public RowPrinter(Console console, Format format, Function<List<String>, Columns> layout) {
        this(console, format, layout, RunObserver.NONE);
    }

    /** @param observer of the command */
    public RowPrinter(Console console, Format format, Function<List<String>, Columns> layout, RunObserver observer) {
        this.console = console;
        this.format = format;
        this.layout = layout;
        this.observer = observer;
    }

    /** Names that the table will have; without them the first row decides how wide the columns are. */
    public synchronized void expect(List<String> names) {
        expected = names;
    }

    /** Rows that the table will begin with; all columns are made to fit. */
    public synchronized void expectRows(List<? extends Row> rows) {
        sample = rows.stream().map(Row::cells).toList();
        expected = sample.stream().map(cells -> cells.get(NAME)).toList();
    }

    public synchronized void print(Row row) {
        List<String> cells = row.cells();
        count(row.serviceName(), cells.get(0));
        worst = worst.orWorse(row.exitCode());
        if (format == Format.JSON) {
            console.data(row.json());
        } else {
            console.data(columns(cells).line(cells), cells.get(0), row.style());
        }
    }

    private Columns columns(List<String> first) {
        Columns settled = columns;
        if (settled == null) {
            settled = layout.apply(expected.isEmpty() ? List.of(first.get(NAME) + SLACK) : expected)
                    .fitting(sample);
            columns = settled;
            console.heading(settled.heading()); // a heading is no data, hence not on stdout
        }
        return settled;
    }

    /** A name without a result: a message on stderr, and with JSON an object in place of the row. */
    public void printFailure(OperationName name, RuntimeException failure) {
        print(failure, name.service().name(), RowJson.about(name));
    }

    /** A parent whose operations could not be listed to the end. */
    public void printFailure(OperationParent parent, RuntimeException failure) {
        print(failure, parent.service().name(), RowJson.about(parent));
    }

    /** Text that is no name. */
    public void printFailure(String text, RuntimeException failure) {
        observer.rejected(text, failure);
        print(failure, "", RowJson.object().put("name", text));
    }

    private synchronized void print(RuntimeException failure, String service, JsonWriter begun) {
        count(service, ERROR);
        worst = worst.orWorse(ExitCode.of(failure));
        console.error(String.valueOf(failure.getMessage()));
        console.trace(failure);
        if (format == Format.JSON) {
            console.data(FailureJson.line(begun, failure));
        }
    }

    /** The observer of the command. */
    public RunObserver observer() {
        return observer;
    }

    /** Makes the exit code at least this bad. */
    public synchronized void atLeast(ExitCode code) {
        worst = worst.orWorse(code);
    }

    /** The number of rows by their first cell; failures count as {@link #ERROR}. Does not wait for a print. */
    public Map<String, Long> counts() {
        Map<String, Long> all = new TreeMap<>();
        counts.values().forEach(labels -> labels.forEach((label, count) -> all.merge(label, count, Long::sum)));
        return all;
    }

    /** The same for each service; those of text that is no name have the service {@code ""}. */
    public SortedMap<String, SortedMap<String, Long>> countsByService() {
        SortedMap<String, SortedMap<String, Long>> all = new TreeMap<>();
        counts.forEach((service, labels) -> all.put(service, new TreeMap<>(labels)));
        return all;
    }

    /** Counts a row that is shown otherwise. */
    public void count(String service, String label) {
        counts.computeIfAbsent(service, any -> new ConcurrentHashMap<>()).merge(label, 1L, Long::sum);
    }

    /** The worst code so far. */
    public synchronized ExitCode exitCode() {
        return worst;
    }
}
