// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.cli.output.CancelRow;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.task.WaitTask;
import dev.longrun.sweep.OperationFilter;
import dev.longrun.sweep.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lro wait}. */
@Command(
        name = "wait",
        description = {
            "Waits until operations are done. Exit 0 means that all of them succeeded.",
            "With --parent it waits for those that run there now and match the filters; exit 0 also if there are none."
        })
final class WaitCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private final NameArguments names = new NameArguments();

    @Option(
            names = "--parent",
            paramLabel = "PARENT",
            description =
                    "In place of names: the operations that run there, such as //file.googleapis.com/projects/…/locations/…"
                            + " May be repeated.")
    private List<String> parents = new ArrayList<>();

    @Mixin
    private final SearchOptions search = new SearchOptions();

    @Mixin
    private final WaitOptions options = new WaitOptions();

    @Mixin
    private final MetricsOption metrics = new MetricsOption();

    @Mixin
    private final ReportOption report = new ReportOption();

    WaitCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        metrics.begin(context, "wait");
        if (parents.isEmpty() && search.isGiven()) {
            throw new IllegalArgumentException(
                    "--filter, --server-filter and --all-locations choose among the operations"
                            + " of a --parent; give one, or leave them out");
        }
        report.startWait(context, names.optional().fullNameOptions());
        return (parents.isEmpty() ? waitForNames(names.required()) : waitForFound(names.optional())).number();
    }

    private ExitCode waitForNames(NameInput input) {
        WaitTask task = options.task(options.timeout());
        try (TaskSession session = new TaskSession(context, input, CancelRow::columns)) {
            return session.run(task, options);
        }
    }

    private ExitCode waitForFound(NameInput input) {
        if (!input.isEmpty()) {
            throw new IllegalArgumentException(
                    "the operations to wait for are named, or found by --parent; leave out one" + " or the other");
        }
        ParentInput where = new ParentInput(parents, search.allLocations(), input.meaning(), input.client());
        Sweep sweep = Sweep.of(where.parse(context)).withServerFilter(search.serverFilter());
        for (OperationFilter filter : search.filters()) {
            sweep = sweep.withFilter(filter);
        }
        return new WaitRunner(context, input.client(), options, search.allLocations()).run(sweep);
    }
}
