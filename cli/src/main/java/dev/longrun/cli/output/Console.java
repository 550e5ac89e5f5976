// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.cli.process.Stdout;
import dev.longrun.text.SafeText;
import dev.longrun.text.SecretRedactor;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Prints lines to the two streams: data to stdout; errors, notes and progress to stderr. A progress line on a terminal
 * is wiped before any other line, as both streams may show up there. Everything that is printed is escaped and redacted
 * here, see {@link SafeText}. Thread-safe.
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
    private final Colors colors;
    private final Set<String> noted = ConcurrentHashMap.newKeySet();
    private boolean drawn;
    private boolean closed;
    private boolean lossReported;

    /** Without colours; see the other constructor. */
    public Console(Stdout out, PrintStream err, boolean terminal, boolean quiet, boolean verbose) {
        this(out, err, terminal, quiet, verbose, Colors.NONE);
    }

    /**
     * @param terminal whether {@code err} is one
     * @param quiet no notes and no progress, only data and errors
     * @param verbose details and stack traces too
     */
    public Console(Stdout out, PrintStream err, boolean terminal, boolean quiet, boolean verbose, Colors colors) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.quiet = quiet;
        this.verbose = verbose;
        this.colors = colors;
    }

    /** Prints a line of data. Holds no lock while it writes, so that Ctrl-C works while stdout is stalled. */
    public void data(String line) {
        data(line, "", AnsiStyle.PLAIN);
    }

    /** As {@link #data(String)}, with a style for the beginning of the line. */
    void data(String line, String beginning, AnsiStyle style) {
        if (wipeUnlessClosed()) {
            out.println(styled(colors.out(), SafeText.json(line), beginning, style));
            reportLoss();
        }
    }

    /** Styles what is escaped already, so that nothing in the text can change or end the style. */
    private static String styled(boolean wanted, String safe, String beginning, AnsiStyle style) {
        return wanted && safe.startsWith(beginning)
                ? style.on(safe.substring(0, beginning.length())) + safe.substring(beginning.length())
                : safe;
    }

    /** Whether a reader of stdout misses data because of an error. Prints the error the first time. */
    public boolean hasLostData() {
        out.flush();
        return reportLoss();
    }

    private boolean reportLoss() {
        Optional<IOException> loss = out.loss();
        loss.ifPresent(this::reportOnce);
        return loss.isPresent();
    }

    private synchronized void reportOnce(IOException loss) {
        if (!lossReported) {
            lossReported = true;
            error("cannot write stdout: " + loss.getMessage());
        }
    }

    /** Prints an error, quiet or not. */
    public synchronized void error(String message) {
        if (wipeUnlessClosed()) {
            err.println(styled(colors.err(), SafeText.of("lro: " + message), "lro:", AnsiStyle.RED));
        }
    }

    /** Prints the stack trace of a failure if verbose. */
    public synchronized void trace(Throwable failure) {
        if (verbose && !closed) {
            wipe();
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            SecretRedactor.redact(trace.toString())
                    .lines()
                    .map(Console::safeFrame)
                    .forEach(err::println);
        }
    }

    /** Keeps the tab that a frame begins with. */
    private static String safeFrame(String line) {
        String text = line.stripLeading();
        return line.substring(0, line.length() - text.length()) + SafeText.of(text);
    }

    /** Prints the titles of a table, which are no data, unless quiet. */
    void heading(String line) {
        if (!quiet) {
            printHeading(line);
        }
    }

    private synchronized void printHeading(String line) {
        if (wipeUnlessClosed()) {
            err.println(styled(colors.err(), SafeText.of(line), line, AnsiStyle.BOLD));
        }
    }

    /** Prints a hint or a warning unless quiet. */
    public void note(String line) {
        print(line, !quiet);
    }

    /** Prints a note, unless the same line was printed by this before. */
    public void noteOnce(String line) {
        if (noted.add(line)) {
            note(line);
        }
    }

    /** Prints a line if verbose. */
    public void detail(String line) {
        print(line, verbose);
    }

    /** Prints a progress line: over the previous one on a terminal, on a line of its own elsewhere. */
    public synchronized void progress(String line) {
        if (quiet || closed) {
            return;
        }
        if (!terminal) {
            note("lro: " + line);
            return;
        }
        err.print(WIPE + SafeText.of(line));
        err.flush();
        drawn = true;
    }

    /** Prints a question, quiet or not; the answer is typed on the same line. */
    public synchronized void ask(String question) {
        if (wipeUnlessClosed()) {
            err.print(SafeText.of(question) + " ");
            err.flush();
        }
    }

    /** The time between two progress lines, shorter where a line is drawn over; empty if quiet. */
    public Optional<Duration> progressPeriod() {
        return quiet ? Optional.empty() : Optional.of(terminal ? REDRAW : NEXT_LINE);
    }

    /**
     * Whether no more data can be written: its reader is gone, as in {@code lro list … | head}, or the disk is full.
     */
    public boolean isCutOff() {
        return out.checkError();
    }

    /** Prints the last lines to stderr, quiet or not, and then nothing more to either stream. */
    public synchronized void close(Iterable<String> lastWords) {
        lastWords.forEach(line -> print(line, true));
        closed = true;
    }

    private synchronized void print(String line, boolean wanted) {
        if (wanted && wipeUnlessClosed()) {
            err.println(SafeText.of(line));
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
