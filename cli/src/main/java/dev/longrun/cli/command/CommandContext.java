// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.output.Columns;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.output.Format;
import dev.longrun.cli.output.RowPrinter;
import dev.longrun.cli.process.ProcessEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * What the commands of one line share: the process around them, and what is to be shown. Asked once the line is parsed.
 */
final class CommandContext {
    private final ProcessEnvironment surroundings;
    private final OutputOptions output;
    private @Nullable Console console;

    CommandContext(ProcessEnvironment surroundings, OutputOptions output) {
        this.surroundings = surroundings;
        this.output = output;
    }

    ProcessEnvironment surroundings() {
        return surroundings;
    }

    Format format() {
        return output.format();
    }

    /** The same one each time: it knows what it has drawn, and what it has told. */
    synchronized Console console() {
        Console begun = console;
        if (begun == null) {
            begun = output.console(surroundings);
            console = begun;
        }
        return begun;
    }

    /** The code of a command, unless its data was lost and that is worse. */
    int end(int code) {
        return console().hasLostData()
                ? ExitCode.of(code).orWorse(ExitCode.ERROR).number()
                : code;
    }

    RowPrinter results(Console console, Columns columns) {
        return new RowPrinter(console, output.format(), columns);
    }
}
