// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.name.ParentParser;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.OperationRow;
import dev.longrun.cli.task.ClientConfig;
import dev.longrun.cli.task.ListRunner;
import dev.longrun.operation.ListRequest;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lro list}. */
@Command(name = "list", description = "Lists the operations of a project's location, or of another parent.")
final class ListCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(
            arity = "0..1",
            paramLabel = "PARENT",
            description =
                    "//file.googleapis.com/projects/…/locations/…, a URL, or a bare name with --service. Without one,"
                            + " --project and --location make it. The location - means all, where the service offers that.")
    private @Nullable String parent;

    @Option(
            names = "--filter",
            paramLabel = "FILTER",
            defaultValue = "",
            description = "In the service's own syntax, such as done=false; sent as it is.")
    private String filter = "";

    @Option(
            names = "--page-size",
            paramLabel = "N",
            defaultValue = "0",
            converter = NumberConverters.PageSize.class,
            description = "The most that one page may hold; the server's choice if not given.")
    private int pageSize;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "9223372036854775807",
            converter = NumberConverters.Limit.class,
            showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER,
            description = "Stop after this many operations.")
    private long limit = Long.MAX_VALUE;

    @Option(
            names = "--partial",
            description = "Leave out locations that cannot be reached, report them, and exit 5 instead of failing.")
    private boolean partial;

    @Mixin
    private final NameOptions meaning = new NameOptions();

    @Mixin
    private final ClientOptions client = new ClientOptions();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "10m",
            converter = DurationConverter.class,
            description = "For all pages together, such as 30s, 5m or PT30S (default: ${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ofMinutes(10);

    ListCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ClientConfig config = client.config(context);
        Console console = context.console();
        ParentParser parser = new ParentParser(
                client.registry(context), meaning.defaults(context, config.isOnThisMachine()), console::noteOnce);
        ListRequest request = ListRequest.of(parent == null ? parser.ofOptions() : parser.parse(parent))
                .withFilter(filter)
                .withPageSize(pageSize)
                .withPartialSuccess(partial);
        return new ListRunner(context.environment().time(), console, context.rows(OperationRow::columns))
                .run(config, request, timeout, limit)
                .number();
    }
}
