// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.OperationsClient;
import dev.longrun.cli.name.OperationNameParser;
import dev.longrun.cli.name.ParsedNames;
import dev.longrun.cli.output.Columns;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.RowPrinter;
import dev.longrun.cli.task.AttemptLog;
import dev.longrun.cli.task.ClientConfig;
import dev.longrun.cli.task.OperationTask;
import dev.longrun.cli.task.PendingNames;
import dev.longrun.cli.task.TaskRunner;
import dev.longrun.service.ServiceRegistry;
import java.util.List;
import java.util.function.Function;

/** Does an errand for each name of a command line. */
record ArgumentTaskRunner(List<String> names, NameOptions naming, ClientOptions connection) {

    /** @param columns for these names */
    int each(CommandContext invocation, Function<List<String>, Columns> columns, OperationTask errand) {
        ClientConfig to = connection.connection();
        Console console = invocation.console();
        OperationNameParser reader =
                new OperationNameParser(ServiceRegistry.load(), naming.naming(to.isOnThisMachine()), console::note);
        ParsedNames known = ParsedNames.of(names, reader);
        RowPrinter results = invocation.results(console, columns.apply(known.shown()));
        known.refused().forEach(results::refuse);
        if (known.read().isEmpty()) {
            return results.exitCode().number();
        }
        AttemptLog attempts = new AttemptLog(console);
        try (OperationsClient client = to.open(invocation.surroundings().time(), attempts)) {
            return new TaskRunner(invocation.surroundings(), console, results, attempts)
                    .run(
                            client,
                            known.read(),
                            PendingNames.of(known.read(), errand.leaving(), givenForFullNames()),
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
