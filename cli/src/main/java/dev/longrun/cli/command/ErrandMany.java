// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.OperationsClient;
import dev.longrun.cli.batch.Batches;
import dev.longrun.cli.batch.ErrandBatch;
import dev.longrun.cli.batch.Farewell;
import dev.longrun.cli.errand.AttemptLog;
import dev.longrun.cli.errand.Errand;
import dev.longrun.cli.output.CancelResult;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.Results;
import dev.longrun.error.NotSentException;
import dev.longrun.service.OperationName;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Does an errand for each name that comes out of a file. */
record ErrandMany(Invocation invocation, NameSource source) {

    int run(Errand errand) {
        Console console = invocation.console();
        Results results = invocation.results(console, CancelResult.columns(List.of()));
        try (InputStream opened = source.open(invocation.surroundings().in());
                OperationsClient client =
                        source.to().open(invocation.surroundings().time(), new AttemptLog(console))) {
            Stream<OperationName> names =
                    Stream.concat(source.given(console, results).stream(), source.inFile(opened, console, results));
            Farewell farewell = Farewell.withoutJournal(errand.leaving(), source.optionsForFullNames());
            return new Batches(invocation.surroundings(), console, results)
                    .run(
                            () -> new ErrandBatch(client, names.iterator(), errand),
                            OptionalLong.empty(),
                            () -> {},
                            farewell)
                    .number();
        } catch (IOException e) {
            throw new NotSentException("the file of names cannot be closed: " + e.getMessage(), e);
        }
    }
}
