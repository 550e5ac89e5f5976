// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.OperationsClient;
import dev.longrun.cancel.BatchOptions;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.output.RowPrinter;
import dev.longrun.cli.process.ProcessEnvironment;
import dev.longrun.journal.CancelJournal;
import dev.longrun.journal.JournalIndex;
import dev.longrun.service.OperationName;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Cancels many, with a journal or without one. */
public record CancelRunner(
        ProcessEnvironment surroundings,
        Console console,
        RowPrinter results,
        OperationsClient client,
        BatchOptions options) {

    /** Leaves no trace but what is written. */
    public ExitCode run(Iterator<OperationName> names, OptionalLong total, InterruptReport farewell) {
        return run(names, total, options, () -> {}, farewell);
    }

    /** Writes down all names, then each step before it is taken. Closes the journal. */
    public ExitCode run(Collection<OperationName> plan, CancelJournal journal, InterruptReport farewell) {
        return closing(journal, () -> {
            journal.plan(plan);
            return run(
                    plan.iterator(),
                    OptionalLong.of(plan.size()),
                    options.withWriteAheadLog(journal),
                    journal,
                    farewell);
        });
    }

    /**
     * Writes down each step before it is taken. Closes the journal, whose earlier verdicts count towards the exit code.
     *
     * @param names may fail if the journal does not tell what is left; then it is closed all the same
     */
    public ExitCode run(
            Supplier<Stream<OperationName>> names,
            OptionalLong total,
            CancelJournal journal,
            InterruptReport farewell) {
        return closing(journal, () -> {
            tell(journal.contents());
            return run(names.get().iterator(), total, options.withWriteAheadLog(journal), journal, farewell);
        });
    }

    private ExitCode closing(CancelJournal journal, Supplier<ExitCode> run) {
        ExitCode code = ExitCode.ERROR;
        try (journal) {
            code = run.get();
        } catch (UncheckedIOException unwritten) {
            console.error(String.valueOf(unwritten.getMessage()));
            code = code.orWorse(ExitCode.ERROR);
        }
        return code;
    }

    private void tell(JournalIndex before) {
        if (before.names() == 0) {
            return;
        }
        console.note("lro: the journal has %d names, of which %d have no final verdict; so far: %s"
                .formatted(before.names(), before.unsettled(), before.counts().describe()));
        for (CancelOutcome.Kind kind : before.counts().outcomes().keySet()) {
            results.atLeast(ExitCode.of(kind));
        }
    }

    private ExitCode run(
            Iterator<OperationName> names,
            OptionalLong total,
            BatchOptions each,
            AutoCloseable journal,
            InterruptReport farewell) {
        return new BatchRunner(surroundings, console, results)
                .run(() -> new CancelTaskBatch(client.canceller().cancelAll(names, each)), total, journal, farewell);
    }
}
