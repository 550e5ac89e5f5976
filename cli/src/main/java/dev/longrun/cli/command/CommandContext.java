// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.call.ClientListener;
import dev.longrun.cli.output.Columns;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.output.Format;
import dev.longrun.cli.output.RowPrinter;
import dev.longrun.cli.output.RunObserver;
import dev.longrun.cli.output.RunObservers;
import dev.longrun.cli.process.ProcessEnvironment;
import dev.longrun.cli.settings.Settings;
import dev.longrun.cli.task.ShellWord;
import dev.longrun.text.SafeText;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the commands of one command line share: the process and the output options. For use after parsing. */
final class CommandContext {
    private static final Set<String> CHANGING = Set.of("cancel", "delete", "sweep");
    private static final int LONGEST_LINE = 4_000;

    private final ProcessEnvironment environment;
    private final OutputOptions output;
    private final List<String> args;
    private @Nullable Console console;
    private @Nullable Settings settings;
    private String command = "";
    private RunObserver observer = RunObserver.NONE;

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
        return environment;
    }

    /** What is to listen to a client: the given listener and those of the observers. */
    ClientListener[] listeners(ClientListener first) {
        return Stream.concat(Stream.of(first), observer.listeners().stream()).toArray(ClientListener[]::new);
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

    /** Observes the command from now on, before those that were added earlier. */
    void observe(RunObserver value) {
        observer = new RunObservers(List.of(value, observer));
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
        RowPrinter rows = new RowPrinter(console(), format(), layout, observer);
        observer.begin(rows);
        return rows;
    }

    /** The exit code of the process: that of the command, or a worse one if data is lost or an observer failed. */
    int exitCode(int command) {
        ExitCode code = ExitCode.of(command);
        return observer.end(console().hasLostData() ? code.orWorse(ExitCode.ERROR) : code)
                .number();
    }
}
