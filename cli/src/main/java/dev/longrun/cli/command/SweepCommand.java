// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.sweep.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lro sweep}. */
@Command(
        name = "sweep",
        description = {
            "Finds running operations by what they do, and shows which of them it would cancel.",
            "Cancels them only with --yes, or after a yes on a terminal; operations that start later are never among them."
        })
final class SweepCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(
            arity = "0..*",
            paramLabel = "PARENT",
            description =
                    "The parent of the operations: //file.googleapis.com/projects/…/locations/…, a URL, or a bare name with --service."
                            + " Without one, --project and --location make it. The location - means all, where the service offers that; see also --all-locations.")
    private List<String> parents = new ArrayList<>();

    @Mixin
    private final SweepOptions which = new SweepOptions();

    @Option(names = "--yes", description = "Cancel them without a question.")
    private boolean yes;

    @Option(
            names = "--exit-code",
            description =
                    "Cancel nothing and ask nothing, for alerts: exit 3 if there is something to cancel, 0 if there is"
                            + " nothing, 5 if some place could not be listed.")
    private boolean exitCode;

    @Mixin
    private final JournalOptions journaling = new JournalOptions();

    @Mixin
    private final CancelFlags flags = new CancelFlags();

    @Mixin
    private final NameOptions meaning = new NameOptions();

    @Mixin
    private final ClientOptions client = new ClientOptions();

    @Mixin
    private final MetricsOption metrics = new MetricsOption();

    @Mixin
    private final ReportOption report = new ReportOption();

    SweepCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        metrics.begin(context, "sweep");
        SweepMode mode = mode();
        report.startCancel(context, "sweep", journaling, client.given(), client.given());
        if (journaling.resume() != null) {
            return resume();
        }
        ParentInput where = new ParentInput(parents, which.allLocations(), meaning, client);
        Sweep sweep = which.sweep(where.parse(context), context.environment().variables());
        return new SweepRunner(context, client, journaling, flags.options(), which.allLocations()).run(sweep, mode);
    }

    private SweepMode mode() {
        if (exitCode && (yes || journaling.isGiven())) {
            throw new IllegalArgumentException(
                    "--exit-code cancels nothing, and --yes, --rps, --journal and --resume are"
                            + " for cancels; leave out one or the other");
        }
        return exitCode ? SweepMode.CHECK : yes ? SweepMode.CANCEL : SweepMode.ASK;
    }

    /** Cancels the names of the journal, which were agreed to when it was created. */
    private int resume() {
        journaling.check();
        if (!parents.isEmpty()) {
            throw new IllegalArgumentException("--resume goes on with what the journal planned and lists nothing;"
                    + " leave out " + String.join(" ", parents));
        }
        NameInput journalOnly = new NameInput(List.of(), null, meaning, client);
        return CancelSession.run(context, journalOnly, journaling, flags.options());
    }
}
