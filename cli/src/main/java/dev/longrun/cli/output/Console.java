// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.cli.process.Stdout;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/**
 * The two streams, one line at a time. Data goes to stdout; errors, notes and progress go to stderr. A progress line on
 * a terminal is wiped before anything else is written, as both streams may show up there. Thread-safe.
 */
public final class Console {
    private static final String WIPE = "\r\u001B[K";
    private static final Duration REDRAW = Duration.ofSeconds(1);
    private static final Duration NEXT_LINE = Duration.ofSeconds(10);

    private final Stdout out;
    private final PrintStream err;
    private final boolean terminal;
    private final boolean quiet;
    private final boolean verbose;
    private boolean drawn;
    private boolean closed;
    private boolean lossTold;

    /**
     * @param terminal whether {@code err} is one
     * @param quiet no notes and no progress, only data and errors
     * @param verbose details and stack traces too
     */
    public Console(Stdout out, PrintStream err, boolean terminal, boolean quiet, boolean verbose) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.quiet = quiet;
        this.verbose = verbose;
    }

    /** A line of data. Holds no lock while it writes: a reader that stalls must not keep Ctrl-C from being answered. */
    public void data(String line) {
        if (wipeUnlessClosed()) {
            out.println(line);
            tellLoss();
        }
    }

    /** Whether data could not be written that somebody waits for. Says why, the first time. */
    public boolean hasLostData() {
        out.flush();
        return tellLoss();
    }

    private boolean tellLoss() {
        Optional<IOException> loss = out.loss();
        loss.ifPresent(this::tellOnce);
        return loss.isPresent();
    }

    private synchronized void tellOnce(IOException loss) {
        if (!lossTold) {
            lossTold = true;
            error("cannot write stdout: " + loss.getMessage());
        }
    }

    /** What went wrong; never kept back. */
    public void error(String message) {
        print("lro: " + message, true);
    }

    /** The stack trace of what went wrong, for those who asked for more. */
    public synchronized void trace(Throwable failure) {
        if (verbose && !closed) {
            wipe();
            failure.printStackTrace(err);
        }
    }

    /** A hint, a heading, a warning. */
    public void note(String line) {
        print(line, !quiet);
    }

    /** What only those want to see who asked for more. */
    public void detail(String line) {
        print(line, verbose);
    }

    /** How far things are: drawn over the last one on a terminal, a line of its own elsewhere. */
    public synchronized void progress(String line) {
        if (quiet || closed) {
            return;
        }
        if (!terminal) {
            note("lro: " + line);
            return;
        }
        err.print(WIPE + TerminalText.of(line));
        err.flush();
        drawn = true;
    }

    /** Asks a question; the answer is typed on the same line. Shown even when quiet, as somebody has to answer. */
    public synchronized void ask(String question) {
        if (wipeUnlessClosed()) {
            err.print(TerminalText.of(question) + " ");
            err.flush();
        }
    }

    /** How often progress is worth showing: a line that is drawn over can be fresher. Empty if it is not wanted. */
    public Optional<Duration> progressPeriod() {
        return quiet ? Optional.empty() : Optional.of(terminal ? REDRAW : NEXT_LINE);
    }

    /** Whether no more data can be written: nobody reads it, as in {@code lro list … | head}, or the disk is full. */
    public boolean isCutOff() {
        return out.checkError();
    }

    /** Writes these last lines to stderr, quiet or not, and from then on nothing to either stream. */
    public synchronized void close(Iterable<String> lastWords) {
        lastWords.forEach(line -> print(line, true));
        closed = true;
    }

    private synchronized void print(String line, boolean wanted) {
        if (wanted && wipeUnlessClosed()) {
            err.println(TerminalText.of(line));
        }
    }

    private synchronized boolean wipeUnlessClosed() {
        if (!closed) {
            wipe();
        }
        return !closed;
    }

    private void wipe() {
        if (drawn) {
            err.print(WIPE);
            err.flush();
            drawn = false;
        }
    }
}
