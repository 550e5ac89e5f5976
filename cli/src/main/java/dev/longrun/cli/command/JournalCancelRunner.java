// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.OperationsClient;
import dev.longrun.cancel.BatchOptions;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.cli.output.CancelRow;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.output.RowPrinter;
import dev.longrun.cli.task.AttemptLog;
import dev.longrun.cli.task.CancelRunner;
import dev.longrun.cli.task.InterruptReport;
import dev.longrun.error.NotSentException;
import dev.longrun.journal.CancelJournal;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Cancels names that come from wherever, at a pace, with a journal if one is wanted. */
final class JournalCancelRunner {
    private final CommandContext invocation;
    private final NameInput source;
    private final JournalOptions how;
    private final Console console;
    private final RowPrinter results;

    JournalCancelRunner(CommandContext invocation, NameInput source, JournalOptions how) {
        this.invocation = invocation;
        this.source = source;
        this.how = how;
        this.console = invocation.console();
        this.results = invocation.results(console, CancelRow.columns(List.of()));
        if (how.journal() != null && how.resume() != null) {
            throw new NotSentException(
                    "--journal begins a journal and --resume goes on with one; give only one of them");
        }
    }

    int run(CancelOptions each) {
        BatchOptions options =
                BatchOptions.defaults().withMaxPerSecond(how.perSecond()).withCancelOptions(each);
        try (InputStream opened = source.open(invocation.surroundings().in());
                OperationsClient client =
                        source.to().open(invocation.surroundings().time(), new AttemptLog(console))) {
            CancelRunner cancels = new CancelRunner(invocation.surroundings(), console, results, client, options);
            return run(cancels, source.given(console, results), source.inFile(opened, console, results))
                    .number();
        } catch (IOException e) {
            throw new NotSentException("the file of names cannot be closed: " + e.getMessage(), e);
        }
    }

    private ExitCode run(CancelRunner cancels, Collection<OperationName> given, Stream<OperationName> inFile) {
        Stream<OperationName> names = Stream.concat(given.stream(), inFile);
        Path begun = how.journal();
        Path left = how.resume();
        if (begun != null) {
            CancelJournal journal =
                    CancelJournal.create(begun, invocation.surroundings().time());
            return source.file() == null
                    ? cancels.run(given, journal, farewell(begun))
                    : cancels.run(() -> names, OptionalLong.empty(), journal, farewell(begun));
        } else if (left != null) {
            CancelJournal journal = CancelJournal.resume(
                    left,
                    ServiceRegistry.load()::service,
                    invocation.surroundings().time());
            OptionalLong total = given.isEmpty() ? total(journal.contents().unsettled()) : OptionalLong.empty();
            return cancels.run(
                    () -> source.isNone() ? journal.remaining() : journal.remaining(names),
                    total,
                    journal,
                    farewell(left));
        }
        InterruptReport farewell = InterruptReport.withoutJournal(source.optionsForFullNames());
        return cancels.run(names.iterator(), total(given.size()), farewell);
    }

    private OptionalLong total(long names) {
        return source.file() == null ? OptionalLong.of(names) : OptionalLong.empty();
    }

    private InterruptReport farewell(Path journal) {
        List<String> words = new ArrayList<>(how.goOn(journal));
        words.addAll(source.options());
        return InterruptReport.withJournal(words);
    }
}
