// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.process.ProcessEnvironment;
import java.io.PrintWriter;
import picocli.AutoComplete;
import picocli.CommandLine;

/** All commands under {@code lro}. */
public final class CommandTree {
    private CommandTree() {}

    /** Runs one command line and returns its exit code. */
    public static int run(ProcessEnvironment environment, String... args) {
        OutputOptions output = new OutputOptions();
        CommandContext context = new CommandContext(environment, output);
        return context.exitCode(execute(tree(environment, output, context), context, args));
    }

    /** Too little memory, or no thread, is not a bug in the command: one sentence says so. */
    private static int execute(CommandLine lro, CommandContext context, String... args) {
        try {
            return lro.execute(args);
        } catch (VirtualMachineError scarce) {
            context.console().error("ended early, as the system gives too little: " + scarce);
            context.console().trace(scarce);
            return ExitCode.ERROR.number();
        }
    }

    /** The commands, to be parsed only. */
    static CommandLine tree(ProcessEnvironment environment) {
        OutputOptions output = new OutputOptions();
        return tree(environment, output, new CommandContext(environment, output));
    }

    private static CommandLine tree(ProcessEnvironment environment, OutputOptions output, CommandContext context) {
        CommandLine lro = new CommandLine(new LroCommand())
                .addMixin("output", output)
                .addSubcommand(new CancelCommand(context))
                .addSubcommand(new GetCommand(context))
                .addSubcommand(new WaitCommand(context))
                .addSubcommand(new ListCommand(context))
                .addSubcommand(new DeleteCommand(context))
                .addSubcommand(new SweepCommand(context))
                .addSubcommand(new JournalCommand(context))
                .addSubcommand(new ServicesCommand(context))
                .addSubcommand(new DemoCommand(context))
                .addSubcommand(new FakeServerCommand(context))
                .addSubcommand(new AutoComplete.GenerateCompletion());
        ErrorHandler errors = new ErrorHandler(context);
        return lro.setOut(new PrintWriter(environment.out(), true, UTF_8))
                .setErr(new PrintWriter(environment.err(), true, UTF_8))
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }
}
