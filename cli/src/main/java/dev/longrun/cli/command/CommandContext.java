// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.output.Columns;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.output.Format;
import dev.longrun.cli.output.RowPrinter;
import dev.longrun.cli.process.ProcessEnvironment;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the commands of one command line share: the process and the output options. For use after parsing. */
final class CommandContext {
    private final ProcessEnvironment environment;
    private final OutputOptions output;
    private @Nullable Console console;

    CommandContext(ProcessEnvironment environment, OutputOptions output) {
        this.environment = environment;
        this.output = output;
    }

    ProcessEnvironment environment() {
        return environment;
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
        return new RowPrinter(console(), format(), layout);
    }

    /** The exit code of the process: that of the command, or {@link ExitCode#ERROR} if lost data makes it worse. */
    int exitCode(int command) {
        return console().hasLostData()
                ? ExitCode.of(command).orWorse(ExitCode.ERROR).number()
                : command;
    }
}
