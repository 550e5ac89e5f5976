// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cancel.CancelOptions;
import dev.longrun.cli.errand.CancelErrand;
import dev.longrun.cli.errand.RequestErrand;
import dev.longrun.cli.output.CancelResult;
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
    private final Invocation invocation;

    @Mixin
    private final ManyNames names = new ManyNames();

    @Option(
            names = "--async",
            description =
                    "Only ask. REQUESTED says that the service took the request, an error (exit 1) that it did not;"
                            + " what becomes of the operation is not looked at, before or after.")
    private boolean async;

    @Mixin
    private final EachCancel each = new EachCancel();

    @Mixin
    private final JournalOptions many = new JournalOptions();

    CancelCommand(Invocation invocation) {
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
                ? new CancelMany(invocation, names.source(), many).run(options)
                : names.each(invocation, CancelResult::columns, new CancelErrand(options));
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
        RequestErrand errand =
                new RequestErrand(each.options(), invocation.surroundings().time());
        return names.fromFile()
                ? new ErrandMany(invocation, names.source()).run(errand)
                : names.each(invocation, CancelResult::columns, errand);
    }
}
