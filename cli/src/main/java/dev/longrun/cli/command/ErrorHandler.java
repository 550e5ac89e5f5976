// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.error.LongrunException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What ends a whole command: one sentence on stderr, and no stack trace unless it is asked for. */
final class ErrorHandler implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final CommandContext invocation;

    ErrorHandler(CommandContext invocation) {
        this.invocation = invocation;
    }

    /** The line itself is wrong. */
    @Override
    public int handleParseException(ParameterException mistake, String[] args) {
        Console console = invocation.console();
        console.error(String.valueOf(mistake.getMessage()) + meant(mistake));
        console.note("Try '" + mistake.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE.number();
    }

    /** What resembles a word that is not known. */
    private static String meant(ParameterException mistake) {
        List<String> similar =
                mistake instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        return similar.isEmpty() ? "" : "; did you mean " + String.join(" or ", similar) + "?";
    }

    /** It failed for all names, or for a reason that has nothing to do with names. */
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult line) {
        Console console = invocation.console();
        boolean known = failure instanceof LongrunException || failure instanceof IllegalArgumentException;
        console.error(known ? String.valueOf(failure.getMessage()) : "a bug in lro: " + failure);
        console.trace(failure);
        return (known ? ExitCode.of((RuntimeException) failure) : ExitCode.ERROR).number();
    }
}
