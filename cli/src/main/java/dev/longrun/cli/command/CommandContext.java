// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.call.ClientListener;
import dev.longrun.cli.metrics.MetricsFile;
import dev.longrun.cli.metrics.RunMetrics;
import dev.longrun.cli.output.Columns;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.output.Format;
import dev.longrun.cli.output.RowPrinter;
import dev.longrun.cli.output.RunObserver;
import dev.longrun.cli.process.ProcessEnvironment;
import dev.longrun.cli.process.SignalHandler;
import dev.longrun.cli.settings.Settings;
import dev.longrun.cli.task.ShellWord;
import dev.longrun.text.SafeText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the commands of one command line share: the process and the output options. For use after parsing. */
final class CommandContext {
    private static final Set<String> CHANGING = Set.of("cancel", "delete", "sweep");
    private static final int LONGEST_LINE = 4_000;

    private final ProcessEnvironment environment;
    private final OutputOptions output;
    private final List<String> args;
    private @Nullable Console console;
    private @Nullable RunMetrics metrics;
    private @Nullable Settings settings;
    private String command = "";
    private @Nullable RunObserver observer;

    CommandContext(ProcessEnvironment environment, OutputOptions output, String... args) {
        this.environment = environment;
        this.output = output;
        this.args = List.of(args);
    }

    /** Notes the command that runs, such as {@code cancel}. */
    void begin(String name) {
        command = name;
    }

    /** Whether the command that runs changes operations. */
    boolean changesOperations() {
        return CHANGING.contains(command);
    }

    /** The same settings each time, which tell where each value came from if verbose. */
    synchronized Settings settings() {
        Settings existing = settings;
        if (existing == null) {
            existing = new Settings(environment.variables(), console()::detail);
            settings = existing;
        }
        return existing;
    }

    ProcessEnvironment environment() {
        RunMetrics measured = metrics;
        return measured == null ? environment : environment.withSignals(action -> onInterrupt(action, measured));
    }

    /** The process ends with the action, so that the numbers must be written by then. */
    private SignalHandler.Handle onInterrupt(Runnable action, RunMetrics measured) {
        return environment.signals().onInterrupt(() -> {
            action.run();
            tryWrite(measured, ExitCode.INTERRUPTED.number());
        });
    }

    /** Counts from now on, and writes the numbers as the command ends. */
    void measure(String command, MetricsFile file) {
        metrics = new RunMetrics(command, file, environment.time());
    }

    /** What is to listen to a client, besides the given listener. */
    ClientListener[] listeners(ClientListener first) {
        List<ClientListener> all = new ArrayList<>(List.of(first));
        if (metrics != null) {
            all.add(metrics.requests());
        }
        if (observer != null) {
            all.add(observer);
        }
        return all.toArray(ClientListener[]::new);
    }

    /**
     * The format of rows.
     *
     * @throws IllegalArgumentException for a format of reports
     */
    Format format() {
        Format format = output.format();
        if (!format.isOfRows()) {
            throw new IllegalArgumentException("--format " + format.name().toLowerCase(Locale.ROOT)
                    + " is for lro report; expected table or json");
        }
        return format;
    }

    /** The format of a report, or of rows. */
    Format anyFormat() {
        return output.format();
    }

    /** The command line for a shell, without secrets; a long one is cut. */
    String commandLine() {
        String line = SafeText.of("lro " + ShellWord.quote(args));
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }

    /** Observes the command from now on. */
    void observe(RunObserver value) {
        observer = value;
    }

    RunObserver observer() {
        return observer == null ? RunObserver.NONE : observer;
    }

    /** The same console each time, as it has state: a drawn progress line, errors reported once. */
    synchronized Console console() {
        Console existing = console;
        if (existing == null) {
            existing = output.console(environment);
            console = existing;
        }
        return existing;
    }

    /** @param layout of the table, for the given names */
    RowPrinter rows(Function<List<String>, Columns> layout) {
        RowPrinter rows = new RowPrinter(console(), format(), layout, observer());
        RunMetrics measured = metrics;
        if (measured != null) {
            measured.count(rows);
        }
        return rows;
    }

    /** The exit code of the process: that of the command, or {@link ExitCode#ERROR} if lost data makes it worse. */
    int exitCode(int command) {
        int code =
                observer == null ? command : observer.end(ExitCode.of(command)).number();
        return console().hasLostData()
                ? ExitCode.of(code).orWorse(ExitCode.ERROR).number()
                : code;
    }

    /** Writes the numbers of the run, if there are any; the code is worse if they cannot be written. */
    int finish(int command) {
        int code = exitCode(command);
        RunMetrics measured = metrics;
        return measured == null || tryWrite(measured, code)
                ? code
                : ExitCode.of(code).orWorse(ExitCode.ERROR).number();
    }

    /** Returns false if it fails, which is reported. */
    private boolean tryWrite(RunMetrics measured, int code) {
        try {
            measured.write(code);
            return true;
        } catch (IOException | RuntimeException e) {
            console().error("--metrics-file cannot be written: " + e);
            return false;
        }
    }
}
