// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.error.LongrunException;
import dev.longrun.json.JsonWriter;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Writes results as they come, counts them, and remembers the worst exit code. Thread-safe. */
public final class RowPrinter {
    private static final String ERRORS = "ERRORS";

    private final Console console;
    private final Format format;
    private Columns columns;
    private boolean begun;
    private final Map<String, Long> counts = new TreeMap<>();
    private ExitCode worst = ExitCode.OK;

    public RowPrinter(Console console, Format format, Columns columns) {
        this.console = console;
        this.format = format;
        this.columns = columns;
    }

    /** Other columns, if no line of the table has been written yet. */
    public synchronized void settle(Columns better) {
        columns = begun ? columns : better;
    }

    public synchronized void add(Row result) {
        count(result.cells().get(0));
        worst = worst.orWorse(result.exitCode());
        if (format == Format.JSON) {
            console.data(result.json());
            return;
        }
        if (!begun) {
            begun = true;
            console.note(columns.heading()); // no data, hence not on stdout
        }
        console.data(columns.line(result.cells()));
    }

    /** What was done for one name has ended, with its result or with the failure of its future. */
    public void end(OperationName name, @Nullable Row result, @Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        if (result != null) {
            add(result);
        } else if (cause instanceof LongrunException known) {
            fail(name, known);
        } else {
            throw new IllegalStateException("a bug in lro: " + cause, cause);
        }
    }

    /** One name came to nothing: a message on stderr, and in JSON an object in its place. */
    public void fail(OperationName name, LongrunException failure) {
        fail(RowJson.about(name), failure);
    }

    /** The list of a parent came to nothing, or not to its end. */
    public void fail(OperationParent parent, LongrunException failure) {
        fail(RowJson.about(parent), failure);
    }

    /** What was given is no name; all there is to show of it is its text. */
    public void refuse(String text, IllegalArgumentException failure) {
        fail(RowJson.object().put("name", text), failure);
    }

    private synchronized void fail(JsonWriter begun, RuntimeException failure) {
        count(ERRORS);
        worst = worst.orWorse(ExitCode.of(failure));
        console.error(String.valueOf(failure.getMessage()));
        console.trace(failure);
        if (format == Format.JSON) {
            console.data(FailureJson.line(begun, failure));
        }
    }

    public synchronized void atLeast(ExitCode code) {
        worst = worst.orWorse(code);
    }

    /** How many so far have which first cell; errors count as {@code ERRORS}. */
    public synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    private void count(String label) {
        counts.merge(label, 1L, Long::sum);
    }

    public synchronized ExitCode exitCode() {
        return worst;
    }
}
