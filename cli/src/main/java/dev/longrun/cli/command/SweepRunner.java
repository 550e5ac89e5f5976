// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.OperationsClient;
import dev.longrun.cancel.BatchOptions;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.cli.output.CancelRow;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.output.Format;
import dev.longrun.cli.output.PlannedRow;
import dev.longrun.cli.output.RowPrinter;
import dev.longrun.cli.task.AttemptLog;
import dev.longrun.cli.task.CancelRunner;
import dev.longrun.cli.task.ClientConfig;
import dev.longrun.cli.task.InterruptKind;
import dev.longrun.cli.task.InterruptReport;
import dev.longrun.cli.task.TaskPlan;
import dev.longrun.cli.task.TaskRunner;
import dev.longrun.journal.CancelJournal;
import dev.longrun.sweep.Sweep;
import dev.longrun.sweep.SweepPlan;
import dev.longrun.time.TimeSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Plans a sweep, prints the plan, and cancels its operations if the user agrees. */
record SweepRunner(
        CommandContext context,
        ClientOptions clientOptions,
        JournalOptions journaling,
        CancelOptions options,
        boolean allLocations) {

    int run(Sweep sweep, SweepMode mode) {
        Console console = context.console();
        TimeSource time = context.environment().time();
        ClientConfig config = clientOptions.config(context);
        Confirmation confirmation = new Confirmation(context.environment(), console, mode == SweepMode.CANCEL);
        boolean mayCancel = mode != SweepMode.CHECK && confirmation.isPossible();
        if (mayCancel) {
            journaling.check(); // before the lists, which may take long
        }
        boolean detailed = context.format() == Format.JSON && !mayCancel;
        Sweep shown = detailed ? sweep.withSampleSize(sweep.maxOps()) : sweep;
        AttemptLog attempts = new AttemptLog(console);
        try (OperationsClient client = config.open(time, context.listeners(attempts))) {
            OperationSearch search = new OperationSearch(context, allLocations, options.timeout());
            SweepPlan plan = search.run(shown, client, attempts);
            RowPrinter rows = context.rows(CancelRow::columns);
            search.report(plan, rows);
            if (mode == SweepMode.CHECK && !plan.names().isEmpty()) {
                rows.atLeast(ExitCode.ENDED_OTHERWISE);
            }
            if (!mayCancel) {
                show(plan, rows, mode);
            } else if (isConfirmed(plan, confirmation)) {
                TaskRunner runner = new TaskRunner(context.environment(), console, rows, attempts);
                return cancel(plan, runner, rows, client).number();
            }
            return rows.exitCode().number();
        }
    }

    private void show(SweepPlan plan, RowPrinter rows, SweepMode mode) {
        Console console = context.console();
        if (context.format() == Format.JSON) {
            plan.sample().forEach(planned -> rows.print(new PlannedRow(planned)));
        } else {
            plan.describe().lines().forEach(console::data);
            plan.names().forEach(name -> rows.count(name.service().name(), PlannedRow.LABEL));
        }
        console.note(
                plan.names().isEmpty()
                        ? "lro: there is nothing to cancel"
                        : "lro: nothing was cancelled; the same command with --yes"
                                + (mode == SweepMode.CHECK ? " instead of --exit-code" : "")
                                + " cancels what it finds then");
    }

    private boolean isConfirmed(SweepPlan plan, Confirmation confirmation) {
        Console console = context.console();
        plan.describe().lines().forEach(console::note);
        if (plan.names().isEmpty()) {
            console.note("lro: there is nothing to cancel");
            return false;
        }
        boolean confirmed = confirmation.ask(plan.names().size());
        if (!confirmed) {
            console.note("lro: nothing was cancelled");
        }
        return confirmed;
    }

    private ExitCode cancel(SweepPlan plan, TaskRunner runner, RowPrinter rows, OperationsClient client) {
        BatchOptions batch =
                BatchOptions.defaults().withMaxPerSecond(journaling.perSecond()).withCancelOptions(options);
        CancelRunner cancels = new CancelRunner(runner, context.console(), rows, client, batch);
        Path file = journaling.journal();
        if (file == null) {
            InterruptReport report = InterruptReport.ofFile(InterruptKind.CANCEL, clientOptions.given());
            OptionalLong total = OptionalLong.of(plan.names().size());
            return cancels.run(plan.names().iterator(), TaskPlan.ofMany(total, report));
        }
        CancelJournal journal = CancelJournal.create(file, context.environment().time());
        JournalNotes.add(journal, context, clientOptions.config(context).reason(), clientOptions.given());
        List<String> resume = new ArrayList<>(journaling.resumeCommand(file));
        resume.addAll(clientOptions.given());
        return cancels.runPlanned(plan.names(), journal, InterruptReport.ofJournal(resume));
    }
}
