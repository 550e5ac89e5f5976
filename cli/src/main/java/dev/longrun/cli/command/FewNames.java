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
import java.util.List;
import java.util.function.Function;

/** Does an errand for each name of a command line. */
record FewNames(List<String> names, NamingOptions naming, ConnectionOptions connection) {

    /** @param columns for these names */
    int each(Invocation invocation, Function<List<String>, Columns> columns, Errand errand) {
        Connection to = connection.connection();
        Console console = invocation.console();
        NameReader reader = new NameReader(ServiceRegistry.load(), naming.naming(to.isOnThisMachine()), console::note);
        NamesRead known = NamesRead.of(names, reader);
        Results results = invocation.results(console, columns.apply(known.shown()));
        known.refused().forEach(results::refuse);
        if (known.read().isEmpty()) {
            return results.exitCode().number();
        }
        AttemptLog attempts = new AttemptLog(console);
        try (OperationsClient client = to.open(invocation.surroundings().time(), attempts)) {
            return new Errands(invocation.surroundings(), console, results, attempts)
                    .run(
                            client,
                            known.read(),
                            Unresolved.of(known.read(), errand.leaving(), givenForFullNames()),
                            errand)
                    .number();
        }
    }

    private List<String> givenForFullNames() {
        List<String> words = naming.givenVersion();
        words.addAll(connection.given());
        return words;
    }
}
