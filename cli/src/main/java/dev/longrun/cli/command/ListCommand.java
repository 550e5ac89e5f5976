// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.output.OperationRow;
import dev.longrun.cli.task.ListQuery;
import dev.longrun.cli.task.ListRunner;
import dev.longrun.cli.task.OperationOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lro list}. */
@Command(name = "list", description = "Lists the operations of a project's location, or of other parents.")
final class ListCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(
            arity = "0..*",
            paramLabel = "PARENT",
            description =
                    "//file.googleapis.com/projects/…/locations/…, a URL, or a bare name with --service. Without one,"
                            + " --project and --location make it. The location - means all, where the service offers that;"
                            + " see also --all-locations.")
    private List<String> parents = new ArrayList<>();

    @Mixin
    private final SearchOptions search = new SearchOptions();

    @Option(
            names = "--sort",
            paramLabel = "KEY",
            converter = OperationOrderConverter.class,
            preprocessor = DashedValue.class,
            description =
                    "By age, created, name, state, verb or target; -age is the other way round, the oldest first. What a"
                            + " service does not say comes last. All pages are read before a row is printed, and up to 100000"
                            + " operations are kept in memory; --limit keeps fewer.")
    private @Nullable OperationOrder order;

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
            description = "Stop after this many rows.")
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
        ListQuery query = new ListQuery(
                new ParentInput(parents, search.allLocations(), meaning, client).parse(context),
                search.allLocations(),
                search.filters(),
                search.serverFilter(),
                Optional.ofNullable(order),
                pageSize,
                partial,
                limit);
        return new ListRunner(context.environment().time(), context.console(), context.rows(OperationRow::columns))
                .run(client.config(context), query, timeout)
                .number();
    }
}
