// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.name.ParentParser;
import dev.longrun.cli.task.ClientConfig;
import dev.longrun.error.NotSentException;
import dev.longrun.service.OperationParent;
import dev.longrun.service.ServiceRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lro sweep}. */
@Command(
        name = "sweep",
        description = {
            "Finds running operations by what they are, and shows which of them it would cancel.",
            "Cancels them only with --yes, or after a yes on a terminal; those that start later are never among them."
        })
final class SweepCommand implements Callable<Integer> {
    private final CommandContext invocation;

    @Parameters(
            arity = "0..*",
            paramLabel = "PARENT",
            description =
                    "Whose operations: //file.googleapis.com/projects/…/locations/…, a URL, or a bare name with --service."
                            + " Without one, --project and --location make it. The location - means all, where the service offers that; see also --list-locations.")
    private List<String> parents = new ArrayList<>();

    @Mixin
    private final SweepOptions which = new SweepOptions();

    @Option(names = "--yes", description = "Cancel them, and ask nobody.")
    private boolean yes;

    @Mixin
    private final JournalOptions many = new JournalOptions();

    @Mixin
    private final CancelFlags each = new CancelFlags();

    @Mixin
    private final NameOptions naming = new NameOptions();

    @Mixin
    private final ClientOptions connection = new ClientOptions();

    SweepCommand(CommandContext invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        if (many.resume() != null) {
            return resume();
        }
        ClientConfig to = connection.connection();
        return new SweepRunner(invocation, to, many, each.options(), connection.given(), which.listLocations())
                .run(which.sweep(parents(to), invocation.surroundings().environment()), yes);
    }

    /** The journal has the names, and whoever began it agreed to them. */
    private int resume() {
        if (!parents.isEmpty()) {
            throw new NotSentException("--resume goes on with what the journal planned, and looks for nothing new;"
                    + " leave out " + String.join(" ", parents));
        }
        return new JournalCancelRunner(invocation, new NameInput(List.of(), null, naming, connection), many)
                .run(each.options());
    }

    private List<OperationParent> parents(ClientConfig to) {
        ParentParser reader = new ParentParser(
                ServiceRegistry.load(), naming.naming(to.isOnThisMachine()), invocation.console()::note);
        return parents.isEmpty()
                ? List.of(reader.ofOptions())
                : parents.stream().map(reader::read).toList();
    }
}
