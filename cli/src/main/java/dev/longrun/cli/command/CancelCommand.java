// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cancel.CancelOptions;
import dev.longrun.cli.output.CancelRow;
import dev.longrun.cli.task.AsyncCancelTask;
import dev.longrun.cli.task.CancelTask;
import dev.longrun.error.NotSentException;
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
    private final CommandContext invocation;

    @Mixin
    private final NameArguments names = new NameArguments();

    @Option(
            names = "--async",
            description =
                    "Only ask. REQUESTED says that the service took the request, an error (exit 1) that it did not;"
                            + " what becomes of the operation is not looked at, before or after.")
    private boolean async;

    @Mixin
    private final CancelFlags each = new CancelFlags();

    @Mixin
    private final JournalOptions many = new JournalOptions();

    CancelCommand(CommandContext invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        if (many.resume() == null) {
            names.require();
        }
        many.checkJournal();
        return async ? request() : cancel();
    }

    private int cancel() {
        CancelOptions options = each.options();
        return many.given() || names.fromFile()
                ? new JournalCancelRunner(invocation, names.source(), many).run(options)
                : names.each(invocation, CancelRow::columns, new CancelTask(options));
    }

    private int request() {
        if (many.given()) {
            throw new NotSentException("--async does not look at what becomes of a cancel, and --rps, --journal and"
                    + " --resume are for those that are followed to their end; leave out one or the other");
        }
        if (each.options().readFirst()) {
            throw new NotSentException(
                    "--async looks at nothing, and --first-look reads before it asks; leave out one or the other");
        }
        AsyncCancelTask errand =
                new AsyncCancelTask(each.options(), invocation.surroundings().time());
        return names.fromFile()
                ? new FileTaskRunner(invocation, names.source()).run(errand)
                : names.each(invocation, CancelRow::columns, errand);
    }
}
