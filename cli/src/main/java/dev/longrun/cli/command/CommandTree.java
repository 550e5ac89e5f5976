// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longrun.cli.process.ProcessEnvironment;
import java.io.PrintWriter;
import picocli.AutoComplete;
import picocli.CommandLine;

/** All commands under {@code lro}. */
public final class CommandTree {
    private CommandTree() {}

    /** Runs one command line and returns its exit code. */
    public static int run(ProcessEnvironment surroundings, String... args) {
        OutputOptions output = new OutputOptions();
        CommandContext invocation = new CommandContext(surroundings, output);
        return invocation.end(tree(surroundings, output, invocation).execute(args));
    }

    private static CommandLine tree(ProcessEnvironment surroundings, OutputOptions output, CommandContext invocation) {
        CommandLine lro = new CommandLine(new LroCommand())
                .addMixin("output", output)
                .addSubcommand(new CancelCommand(invocation))
                .addSubcommand(new GetCommand(invocation))
                .addSubcommand(new WaitCommand(invocation))
                .addSubcommand(new ListCommand(invocation))
                .addSubcommand(new DeleteCommand(invocation))
                .addSubcommand(new SweepCommand(invocation))
                .addSubcommand(new JournalCommand(invocation))
                .addSubcommand(new ServicesCommand(invocation))
                .addSubcommand(new DemoCommand(invocation))
                .addSubcommand(new FakeServerCommand(invocation))
                .addSubcommand(new AutoComplete.GenerateCompletion());
        ErrorHandler mistakes = new ErrorHandler(invocation);
        return lro.setOut(new PrintWriter(surroundings.out(), true, UTF_8))
                .setErr(new PrintWriter(surroundings.err(), true, UTF_8))
                .setParameterExceptionHandler(mistakes)
                .setExecutionExceptionHandler(mistakes);
    }
}
