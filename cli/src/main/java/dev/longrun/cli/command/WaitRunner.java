// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.OperationsClient;
import dev.longrun.cli.output.CancelRow;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.output.RowPrinter;
import dev.longrun.cli.task.AttemptLog;
import dev.longrun.cli.task.FirstMet;
import dev.longrun.cli.task.InterruptKind;
import dev.longrun.cli.task.InterruptReport;
import dev.longrun.cli.task.OperationTaskBatch;
import dev.longrun.cli.task.TaskBatch;
import dev.longrun.cli.task.TaskPlan;
import dev.longrun.cli.task.TaskRunner;
import dev.longrun.cli.task.WaitTask;
import dev.longrun.service.OperationName;
import dev.longrun.sweep.Sweep;
import dev.longrun.sweep.SweepPlan;
import dev.longrun.time.Deadline;
import dev.longrun.time.TimeSource;
import java.time.Duration;
import java.util.OptionalLong;

/** Finds operations that run, and waits for them; both take the one time of the options. */
record WaitRunner(CommandContext context, ClientOptions clientOptions, WaitOptions options, boolean allLocations) {
    private static final Duration MOMENT = Duration.ofSeconds(1);

    ExitCode run(Sweep sweep) {
        Console console = context.console();
        TimeSource time = context.environment().time();
        Deadline deadline = Deadline.after(options.timeout(), time);
        AttemptLog attempts = new AttemptLog(console);
        try (OperationsClient client = clientOptions.config(context).open(time, context.listeners(attempts))) {
            OperationSearch search = new OperationSearch(context, allLocations, options.timeout());
            SweepPlan plan = search.run(sweep.withSampleSize(0), client, attempts);
            RowPrinter rows = context.rows(CancelRow::columns);
            search.report(plan, rows);
            console.note("lro: waiting for %s of %s that run: %s"
                    .formatted(plan.names().size(), plan.counts().running(), plan.filters()));
            if (plan.names().isEmpty()) {
                return rows.exitCode();
            }
            rows.expect(plan.names().stream().map(OperationName::value).toList());
            WaitTask task = options.task(left(deadline));
            TaskRunner runner = new TaskRunner(context.environment(), console, rows, attempts);
            return run(
                    runner,
                    plan,
                    snapshots -> new OperationTaskBatch(client, plan.names().iterator(), task, snapshots));
        }
    }

    /** A moment is left for a read even where the lists took all the time. */
    private static Duration left(Deadline deadline) {
        Duration left = deadline.remaining();
        return left.compareTo(MOMENT) < 0 ? MOMENT : left;
    }

    private ExitCode run(TaskRunner runner, SweepPlan found, TaskBatch.Starter starter) {
        TaskPlan plan = TaskPlan.ofMany(
                OptionalLong.of(found.names().size()),
                InterruptReport.ofFile(InterruptKind.WAIT, clientOptions.given()));
        return options.any() ? FirstMet.run(runner, plan, starter) : runner.run(plan, starter);
    }
}
