// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.OperationsClient;
import dev.longrun.cli.output.CancelRow;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.RowPrinter;
import dev.longrun.cli.task.AttemptLog;
import dev.longrun.cli.task.BatchRunner;
import dev.longrun.cli.task.InterruptReport;
import dev.longrun.cli.task.OperationTask;
import dev.longrun.cli.task.OperationTaskBatch;
import dev.longrun.error.NotSentException;
import dev.longrun.service.OperationName;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Does an errand for each name that comes out of a file. */
record FileTaskRunner(CommandContext invocation, NameInput source) {

    int run(OperationTask errand) {
        Console console = invocation.console();
        RowPrinter results = invocation.results(console, CancelRow.columns(List.of()));
        try (InputStream opened = source.open(invocation.surroundings().in());
                OperationsClient client =
                        source.to().open(invocation.surroundings().time(), new AttemptLog(console))) {
            Stream<OperationName> names =
                    Stream.concat(source.given(console, results).stream(), source.inFile(opened, console, results));
            InterruptReport farewell = InterruptReport.withoutJournal(errand.leaving(), source.optionsForFullNames());
            return new BatchRunner(invocation.surroundings(), console, results)
                    .run(
                            () -> new OperationTaskBatch(client, names.iterator(), errand),
                            OptionalLong.empty(),
                            () -> {},
                            farewell)
                    .number();
        } catch (IOException e) {
            throw new NotSentException("the file of names cannot be closed: " + e.getMessage(), e);
        }
    }
}
