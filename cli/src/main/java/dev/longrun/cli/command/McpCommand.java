// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.OperationsClient;
import dev.longrun.cli.mcp.AgentServerJars;
import dev.longrun.cli.mcp.AgentSession;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.process.ProcessEnvironment;
import dev.longrun.cli.task.AttemptLog;
import dev.longrun.cli.task.ClientConfig;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lro mcp}. */
@Command(
        name = "mcp",
        description = {
            "Serves the Model Context Protocol on stdin and stdout: agents list, read, find and wait for operations, and"
                    + " plan sweeps.",
            "An agent cancels only with --allow-cancel, and then only operations of a plan that it made in the same"
                    + " session. The end of stdin ends the command."
        })
final class McpCommand implements Callable<Integer> {
    private static final int MAX_CANCELS = 100;

    private final CommandContext context;

    @Option(names = "--allow-cancel", description = "Let the agent cancel operations of its plans.")
    private boolean allowCancel;

    @Option(
            names = "--max-ops",
            paramLabel = "N",
            converter = NumberConverters.MaxOps.class,
            description = "With --allow-cancel: at most this many operations in the whole session (default: 100).")
    private @Nullable Integer maxOps;

    @Mixin
    private final NameOptions meaning = new NameOptions();

    @Mixin
    private final ClientOptions client = new ClientOptions();

    McpCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        OptionalInt maxCancels = maxCancels();
        ProcessEnvironment environment = context.environment();
        Console console = context.console();
        ClientConfig config = client.config(context);
        AgentServerJars jars = AgentServerJars.ofThisCommand();
        if (environment.interactive()) {
            console.note("lro: waits for messages of the Model Context Protocol on stdin, as the clients that start it"
                    + " send them; Ctrl-D ends it");
        }
        try (OperationsClient operations = config.open(environment.time(), new AttemptLog(console))) {
            return jars.serve(new AgentSession(
                            environment,
                            console,
                            operations,
                            client.registry(context),
                            meaning.defaults(context, config.isOnThisMachine()),
                            maxCancels))
                    .number();
        }
    }

    private OptionalInt maxCancels() {
        if (maxOps != null && !allowCancel) {
            throw new IllegalArgumentException(
                    "--max-ops limits what the agent may cancel, which is nothing without --allow-cancel; add that,"
                            + " or leave out --max-ops");
        }
        return allowCancel ? OptionalInt.of(maxOps == null ? MAX_CANCELS : maxOps) : OptionalInt.empty();
    }
}
