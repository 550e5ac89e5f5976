// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.OperationsClient;
import dev.longrun.call.CallOptions;
import dev.longrun.cancel.BatchOptions;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.cli.output.CancelRow;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.output.Format;
import dev.longrun.cli.output.PlannedRow;
import dev.longrun.cli.output.RowPrinter;
import dev.longrun.cli.task.AttemptLog;
import dev.longrun.cli.task.BlockingTask;
import dev.longrun.cli.task.CancelRunner;
import dev.longrun.cli.task.ClientConfig;
import dev.longrun.cli.task.InterruptReport;
import dev.longrun.journal.CancelJournal;
import dev.longrun.sweep.Sweep;
import dev.longrun.sweep.SweepPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Makes the plan, and carries it out if somebody agrees. */
record SweepRunner(
        CommandContext invocation,
        ClientConfig to,
        JournalOptions how,
        CancelOptions each,
        List<String> connectionGiven,
        boolean listLocations) {

    int run(Sweep sweep, boolean yes) {
        Console console = invocation.console();
        Confirmation consent = new Confirmation(invocation.surroundings(), console, yes);
        if (consent.canBeGiven()) {
            how.checkJournal(); // not after a listing that may take long
        }
        boolean detailed = invocation.format() == Format.JSON && !consent.canBeGiven();
        Sweep shown = detailed ? sweep.withSampleSize(sweep.maxOps()) : sweep;
        AttemptLog attempts = new AttemptLog(console);
        try (OperationsClient client = to.open(invocation.surroundings().time(), attempts)) {
            BlockingTask step = new BlockingTask(invocation.surroundings().time(), console, attempts);
            SweepPlan plan = step.run("the lists of operations", () -> plan(shown, client));
            return (consent.canBeGiven() ? carryOut(plan, client, console, consent) : show(plan, console)).number();
        }
    }

    private SweepPlan plan(Sweep sweep, OperationsClient client) {
        CallOptions options = CallOptions.defaults().withTimeout(each.timeout());
        Sweep where = listLocations ? sweep.inEachLocation(client.locations().with(options)) : sweep;
        return where.plan(
                client.operations().with(options),
                invocation.surroundings().time().now());
    }

    private ExitCode show(SweepPlan plan, Console console) {
        RowPrinter results = results(plan, console);
        if (invocation.format() == Format.JSON) {
            plan.sample().forEach(planned -> results.add(new PlannedRow(planned)));
        } else {
            plan.describe().lines().forEach(console::data);
        }
        console.note(
                plan.names().isEmpty()
                        ? "lro: there is nothing to cancel"
                        : "lro: nothing was cancelled; the same command with --yes cancels what it finds then");
        return results.exitCode();
    }

    private ExitCode carryOut(SweepPlan plan, OperationsClient client, Console console, Confirmation consent) {
        RowPrinter results = results(plan, console);
        plan.describe().lines().forEach(console::note);
        if (plan.names().isEmpty()) {
            console.note("lro: there is nothing to cancel");
        } else if (consent.isGiven(plan.names().size())) {
            BatchOptions options =
                    BatchOptions.defaults().withMaxPerSecond(how.perSecond()).withCancelOptions(each);
            return cancel(plan, new CancelRunner(invocation.surroundings(), console, results, client, options));
        } else {
            console.note("lro: nothing was cancelled");
        }
        return results.exitCode();
    }

    private ExitCode cancel(SweepPlan plan, CancelRunner cancels) {
        Path file = how.journal();
        if (file == null) {
            return cancels.run(
                    plan.names().iterator(),
                    OptionalLong.of(plan.names().size()),
                    InterruptReport.withoutJournal(connectionGiven));
        }
        CancelJournal journal =
                CancelJournal.create(file, invocation.surroundings().time());
        List<String> goOn = new ArrayList<>(how.goOn(file));
        goOn.addAll(connectionGiven);
        return cancels.run(plan.names(), journal, InterruptReport.withJournal(goOn));
    }

    /** What could not be listed is not known. */
    private RowPrinter results(SweepPlan plan, Console console) {
        RowPrinter results = invocation.results(console, CancelRow.columns(List.of()));
        plan.unreached().forEach(each -> {
            console.error("not listed, so its operations are not known: " + each.where() + ": " + each.reason());
            results.atLeast(ExitCode.UNKNOWN);
        });
        return results;
    }
}
