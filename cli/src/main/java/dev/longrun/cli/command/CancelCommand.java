// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cancel.CancelOptions;
import dev.longrun.cli.output.CancelRow;
import dev.longrun.cli.task.AsyncCancelTask;
import dev.longrun.cli.task.InterruptKind;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lro cancel}. */
@Command(
        name = "cancel",
        description = {
            "Asks services to cancel operations, waits, and says what became of each.",
            "CANCELLED means that the work was stopped, not that it was undone."
        })
final class CancelCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private final NameArguments names = new NameArguments();

    @Option(
            names = "--async",
            description = "Send the request and do not wait. REQUESTED means that the service accepted it, an error"
                    + " (exit 1) that it did not; the operation is not read.")
    private boolean async;

    @Mixin
    private final CancelFlags flags = new CancelFlags();

    @Mixin
    private final JournalOptions journaling = new JournalOptions();

    @Mixin
    private final MetricsOption metrics = new MetricsOption();

    @Mixin
    private final ReportOption report = new ReportOption();

    CancelCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        metrics.begin(context, "cancel");
        NameInput input = journaling.resume() == null ? names.required() : names.optional();
        journaling.check();
        report.startCancel(context, "cancel", journaling, input.resumeOptions(), input.fullNameOptions());
        return async ? request(input) : CancelSession.run(context, input, journaling, flags.options());
    }

    private int request(NameInput input) {
        CancelOptions options = flags.options();
        if (journaling.isGiven()) {
            throw new IllegalArgumentException("--async does not wait for the outcome of a cancel, and --rps, --journal"
                    + " and --resume are for cancels with an outcome; leave out one or the other");
        }
        if (options.readFirst()) {
            throw new IllegalArgumentException(
                    "--async reads nothing, and --read-first reads before the cancel; leave out one or the other");
        }
        AsyncCancelTask task =
                new AsyncCancelTask(options, context.environment().time());
        try (TaskSession session = new TaskSession(context, input, CancelRow::columns)) {
            return session.run(InterruptKind.CANCEL, task).number();
        }
    }
}
