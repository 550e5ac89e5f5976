// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.error.LongrunException;

/** Writes results as they come and remembers the worst exit code. For one thread. */
public final class Results {
    private final Console console;
    private final Format format;
    private Columns columns;
    private boolean begun;
    private ExitCode worst = ExitCode.OK;

    public Results(Console console, Format format, Columns columns) {
        this.console = console;
        this.format = format;
        this.columns = columns;
    }

    /** Other columns, if no line of the table has been written yet. */
    public void settle(Columns better) {
        columns = begun ? columns : better;
    }

    public void add(Result result) {
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

    /**
     * One name came to nothing: a message on stderr, and in JSON an object in its place.
     *
     * @param name as it was given
     */
    public void fail(String name, LongrunException failure) {
        worst = worst.orWorse(ExitCode.of(failure));
        console.error(String.valueOf(failure.getMessage()));
        console.trace(failure);
        if (format == Format.JSON) {
            console.data(FailureJson.line(name, failure));
        }
    }

    public void atLeast(ExitCode code) {
        worst = worst.orWorse(code);
    }

    public ExitCode exitCode() {
        return worst;
    }
}
