// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.output.Colors;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.Format;
import dev.longrun.cli.process.ProcessEnvironment;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options of the output; they may stand before or after the command's name. */
final class OutputOptions {
    @Option(
            names = "--format",
            scope = ScopeType.INHERIT,
            paramLabel = "table|json",
            defaultValue = "table",
            converter = FormatConverter.class,
            completionCandidates = FormatConverter.class,
            description = "Data as a table (default), or as one JSON object a line.")
    private Format format = Format.TABLE;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "No progress, headings or hints; only data and errors.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Show every request, and the stack trace of an error.")
    private boolean verbose;

    @Option(
            names = "--color",
            scope = ScopeType.INHERIT,
            paramLabel = "auto|always|never",
            defaultValue = "auto",
            converter = ColorConverter.class,
            description = "Colour the first word of a row; by default on a terminal, if NO_COLOR is not set.")
    private Colors.When color = Colors.When.AUTO;

    Format format() {
        return format;
    }

    Console console(ProcessEnvironment environment) {
        boolean terminal = environment.terminal();
        Colors colors =
                Colors.of(color, environment.variables(), environment.out().isTerminal(), terminal);
        return new Console(environment.out(), environment.err(), terminal, quiet, verbose, colors);
    }
}
