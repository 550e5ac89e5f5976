// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.OperationsClient;
import dev.longrun.cli.errand.AttemptLog;
import dev.longrun.cli.errand.Connection;
import dev.longrun.cli.errand.Errand;
import dev.longrun.cli.errand.Errands;
import dev.longrun.cli.errand.Unresolved;
import dev.longrun.cli.name.NameReader;
import dev.longrun.cli.name.NamesRead;
import dev.longrun.cli.output.Columns;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.Results;
import dev.longrun.service.ServiceRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The names of a command line with all options that say what they mean; does an errand for each of them. */
final class NamedOperations {
    @Parameters(
            arity = "1..*",
            paramLabel = "NAME",
            description = "Full name (//file.googleapis.com/projects/…), URL, bare name with --service, or id with"
                    + " --service, --project and --location.")
    private List<String> names = new ArrayList<>();

    @Mixin
    private final NamingOptions naming = new NamingOptions();

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    /** @param columns for these names */
    int each(Invocation invocation, Function<List<String>, Columns> columns, Errand errand) {
        Connection to = connection.connection();
        Console console = invocation.console();
        NameReader reader = new NameReader(ServiceRegistry.load(), naming.naming(to.isOnThisMachine()), console::note);
        NamesRead known = NamesRead.of(names, reader);
        Results results = invocation.results(console, columns.apply(known.shown()));
        known.refused().forEach(results::fail);
        if (known.read().isEmpty()) {
            return results.exitCode().number();
        }
        try (OperationsClient client = to.open(invocation.surroundings().time(), new AttemptLog(console))) {
            return new Errands(invocation.surroundings(), console, results)
                    .run(client, known.read(), Unresolved.of(known.read().keySet(), givenForFullNames()), errand)
                    .number();
        }
    }

    private List<String> givenForFullNames() {
        List<String> words = naming.givenVersion();
        words.addAll(connection.given());
        return words;
    }
}
