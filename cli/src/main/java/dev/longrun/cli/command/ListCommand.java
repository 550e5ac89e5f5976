// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.name.ParentParser;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.task.ClientConfig;
import dev.longrun.cli.task.ListRunner;
import dev.longrun.operation.ListRequest;
import dev.longrun.service.OperationParent;
import dev.longrun.service.ServiceRegistry;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lro list}. */
@Command(name = "list", description = "Lists the operations of a project's location, or of another parent.")
final class ListCommand implements Callable<Integer> {
    private final CommandContext invocation;

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
            description = "Stop after so many operations.")
    private long limit = Long.MAX_VALUE;

    @Option(
            names = "--partial",
            description = "Leave out locations that cannot be reached, say which, and exit 5, instead of failing.")
    private boolean partial;

    @Mixin
    private final NameOptions naming = new NameOptions();

    @Mixin
    private final ClientOptions connection = new ClientOptions();

    @Mixin
    private final CallTimeoutOption timeout = new CallTimeoutOption();

    ListCommand(CommandContext invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        ClientConfig to = connection.connection();
        Console console = invocation.console();
        ParentParser reader =
                new ParentParser(ServiceRegistry.load(), naming.naming(to.isOnThisMachine()), console::note);
        OperationParent whose = parent == null ? reader.ofOptions() : reader.read(parent);
        ListRequest request =
                ListRequest.of(whose).withFilter(filter).withPageSize(pageSize).withPartialSuccess(partial);
        return new ListRunner(invocation.surroundings(), console, invocation.format())
                .run(to, request, timeout.options(), limit)
                .number();
    }
}
