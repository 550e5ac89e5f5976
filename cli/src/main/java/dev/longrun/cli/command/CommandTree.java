// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.process.ProcessEnvironment;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;

/** All commands under {@code lro}. */
public final class CommandTree {
    private CommandTree() {}

    /** Runs one command line and returns its exit code. */
    public static int run(ProcessEnvironment environment, String... args) {
        OutputOptions output = new OutputOptions();
        CommandContext context = new CommandContext(environment, output, args);
        List<Object> commands = commands(context, args);
        return context.exitCode(execute(tree(environment, output, context, commands), context, args));
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

    /** All commands, for documents and completions that are made from them; none is to be run. */
    public static CommandLine whole() {
        return tree(ProcessEnvironment.ofProcess());
    }

    /** The commands, to be parsed only. */
    static CommandLine tree(ProcessEnvironment environment, String... args) {
        OutputOptions output = new OutputOptions();
        CommandContext context = new CommandContext(environment, output);
        return tree(environment, output, context, commands(context, args));
    }

    /**
     * All commands, or the one that the line begins with: reading the annotations of all takes a third of the time of a
     * short command. {@code demo} has all, as the launcher's class-data archive is made from what it loads.
     */
    private static List<Object> commands(CommandContext context, String... args) {
        return switch (args.length == 0 ? "" : args[0]) {
            case "cancel" -> List.of(new CancelCommand(context));
            case "get" -> List.of(new GetCommand(context));
            case "wait" -> List.of(new WaitCommand(context));
            case "list" -> List.of(new ListCommand(context));
            case "find" -> List.of(new FindCommand(context));
            case "delete" -> List.of(new DeleteCommand(context));
            case "sweep" -> List.of(new SweepCommand(context));
            case "journal" -> List.of(new JournalCommand(context));
            case "report" -> List.of(new ReportCommand(context));
            case "services" -> List.of(new ServicesCommand(context));
            case "mcp" -> List.of(new McpCommand(context));
            case "explain" -> List.of(new ExplainCommand(context));
            case "fake-server" -> List.of(new FakeServerCommand(context));
            case "--version" -> args.length == 1 ? List.of() : all(context);
            default -> all(context);
        };
    }

    private static List<Object> all(CommandContext context) {
        return List.of(
                new CancelCommand(context),
                new GetCommand(context),
                new WaitCommand(context),
                new ListCommand(context),
                new FindCommand(context),
                new DeleteCommand(context),
                new SweepCommand(context),
                new JournalCommand(context),
                new ReportCommand(context),
                new ServicesCommand(context),
                new McpCommand(context),
                new ExplainCommand(context),
                new DemoCommand(context),
                new FakeServerCommand(context),
                new CompletionCommand(),
                new HelpCommand(context));
    }

    private static CommandLine tree(
            ProcessEnvironment environment, OutputOptions output, CommandContext context, List<Object> commands) {
        CommandLine lro = new CommandLine(new LroCommand()).addMixin("output", output);
        for (Object command : commands) {
            lro.addSubcommand(command); // a method reference would keep CommandLine, an old class, out of the archive
        }
        ErrorHandler errors = new ErrorHandler(context);
        return lro.setHelpFactory(new HelpPages())
                .setOut(new PrintWriter(environment.out(), true, UTF_8))
                .setErr(new PrintWriter(environment.err(), true, UTF_8))
                .setExecutionStrategy(new CommandStart(context))
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }
}
