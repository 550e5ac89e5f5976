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
import dev.longrun.cli.process.ProcessEnvironment;
import dev.longrun.cli.process.SignalHandler;
import dev.longrun.cli.settings.Settings;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the commands of one command line share: the process and the output options. For use after parsing. */
final class CommandContext {
    private static final Set<String> CHANGING = Set.of("cancel", "delete", "sweep");

    private final ProcessEnvironment environment;
    private final OutputOptions output;
    private @Nullable Console console;
    private @Nullable RunMetrics metrics;
    private @Nullable Settings settings;
    private String command = "";

    CommandContext(ProcessEnvironment environment, OutputOptions output) {
        this.environment = environment;
        this.output = output;
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
        RunMetrics measured = metrics;
        return measured == null ? new ClientListener[] {first} : new ClientListener[] {first, measured.requests()};
    }

    Format format() {
        return output.format();
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
        RowPrinter rows = new RowPrinter(console(), format(), layout);
        RunMetrics measured = metrics;
        if (measured != null) {
            measured.count(rows);
        }
        return rows;
    }

    /** The exit code of the process: that of the command, or {@link ExitCode#ERROR} if lost data makes it worse. */
    int exitCode(int command) {
        return console().hasLostData()
                ? ExitCode.of(command).orWorse(ExitCode.ERROR).number()
                : command;
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
