// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.OperationsClient;
import dev.longrun.call.CallOptions;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.output.RowPrinter;
import dev.longrun.cli.task.AttemptLog;
import dev.longrun.cli.task.BlockingTask;
import dev.longrun.cli.task.TimedLists;
import dev.longrun.sweep.Sweep;
import dev.longrun.sweep.SweepPlan;
import dev.longrun.time.Deadline;
import dev.longrun.time.TimeSource;
import java.time.Duration;

/**
 * Finds running operations by lists.
 *
 * @param allLocations whether the service is asked for its locations first
 * @param timeout of the lists of all locations and operations together
 */
record OperationSearch(CommandContext context, boolean allLocations, Duration timeout) {

    /** @param attempts of the client */
    SweepPlan run(Sweep sweep, OperationsClient client, AttemptLog attempts) {
        BlockingTask listing = new BlockingTask(context.environment().time(), context.console(), attempts);
        return listing.run("the lists of operations", () -> plan(sweep, client));
    }

    private SweepPlan plan(Sweep sweep, OperationsClient client) {
        TimeSource time = context.environment().time();
        Deadline deadline = Deadline.after(timeout, time);
        CallOptions call = CallOptions.defaults().withTimeout(timeout);
        Sweep everywhere =
                allLocations ? sweep.inEachLocation(client.locations().with(call)) : sweep;
        return everywhere.plan(new TimedLists(client.operations().with(call), deadline), time.now());
    }

    /** Says what could not be listed, on stderr and by the exit code: its operations are not known. */
    void report(SweepPlan plan, RowPrinter rows) {
        Console console = context.console();
        plan.unreached().forEach(each -> {
            console.error("not listed, so its operations are not known: " + each.where() + ": " + each.reason());
            rows.atLeast(ExitCode.UNKNOWN);
        });
        if (plan.counts().unusable() > 0) {
            console.error("left out of the lists, as not usable: "
                    + plan.counts().unusable() + "; the first: "
                    + plan.unusable().get(0));
            rows.atLeast(ExitCode.UNKNOWN);
        }
    }
}
