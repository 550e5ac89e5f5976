// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.OperationsClient;
import dev.longrun.cancel.BatchOptions;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.cancel.CancelOutcome.Kind;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.output.RowPrinter;
import dev.longrun.journal.CancelJournal;
import dev.longrun.journal.JournalIndex;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import dev.longrun.text.Counted;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Cancels names in one batch, with a journal or without one. */
public record CancelRunner(
        TaskRunner runner, Console console, RowPrinter rows, OperationsClient client, BatchOptions options) {

    /** Without a journal. */
    public ExitCode run(Iterator<OperationName> names, TaskPlan plan) {
        return runner.run(plan, snapshots -> start(names, options, snapshots));
    }

    /** Writes all names to the journal, then each step before it is taken. Closes the journal. */
    public ExitCode runPlanned(Collection<OperationName> names, CancelJournal journal, InterruptReport report) {
        return closing(journal, () -> {
            journal.plan(names);
            return run(names.iterator(), OptionalLong.of(names.size()), journal, report);
        });
    }

    /**
     * Writes each step to the journal before it is taken. Closes the journal, whose earlier outcomes count towards the
     * exit code.
     *
     * @param names throws if the journal does not tell what is left
     */
    public ExitCode run(
            Supplier<Stream<OperationName>> names, OptionalLong total, CancelJournal journal, InterruptReport report) {
        return closing(journal, () -> {
            describe(journal.contents());
            return run(names.get().iterator(), total, journal, report);
        });
    }

    private ExitCode run(
            Iterator<OperationName> names, OptionalLong total, CancelJournal journal, InterruptReport report) {
        TaskPlan plan = TaskPlan.ofMany(total, report).withJournal(journal);
        return runner.run(
                plan, snapshots -> start(names, options.withWriteAheadLog(journal), snapshots.andThen(journal::saw)));
    }

    private TaskBatch start(Iterator<OperationName> names, BatchOptions batch, Consumer<Operation> snapshots) {
        CancelOptions each = batch.cancelOptions().orElseGet(CancelOptions::defaults);
        BatchOptions watched = batch.withCancelOptions(each.withListener(snapshots));
        return new CancelTaskBatch(client.canceller().cancelAll(names, watched));
    }

    private ExitCode closing(CancelJournal journal, Supplier<ExitCode> run) {
        ExitCode code = ExitCode.ERROR;
        try (journal) {
            code = run.get();
        } catch (UncheckedIOException notWritten) {
            console.error(String.valueOf(notWritten.getMessage()));
            code = code.orWorse(ExitCode.ERROR);
        }
        return code;
    }

    private void describe(JournalIndex before) {
        if (before.names() == 0) {
            return;
        }
        console.note("lro: the journal has %s, %s without a final outcome; so far: %s"
                .formatted(
                        Counted.of(before.names(), "name"),
                        before.unsettled(),
                        before.counts().describe()));
        before.counts().outcomes().keySet().forEach(kind -> rows.atLeast(ExitCode.of(kind, Optional.empty())));
        before.alreadyDone()
                .keySet()
                .forEach(state -> rows.atLeast(ExitCode.of(Kind.ALREADY_DONE, Optional.of(state))));
    }
}
