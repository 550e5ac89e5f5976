// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports what ends a whole command: one sentence on stderr, and the stack trace with {@code --verbose}. */
final class ErrorHandler implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final CommandContext context;

    ErrorHandler(CommandContext context) {
        this.context = context;
    }

    /** The command line cannot be parsed. */
    @Override
    public int handleParseException(ParameterException mistake, String[] args) {
        Console console = context.console();
        console.error(
                mistake instanceof UnmatchedArgumentException unmatched
                        ? DidYouMean.message(unmatched)
                        : String.valueOf(mistake.getMessage()));
        console.note("Try '" + mistake.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE.number();
    }

    /** The command failed for all names, or for a reason that has nothing to do with names. */
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult line) {
        Console console = context.console();
        boolean expected = ExitCode.isExpected(failure);
        console.error(expected ? String.valueOf(failure.getMessage()) : "a bug in lro: " + failure);
        console.trace(failure);
        return (expected ? ExitCode.of((RuntimeException) failure) : ExitCode.ERROR).number();
    }
}
