// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import dev.longrun.OperationsClient;
import dev.longrun.cli.name.ServiceCandidate;
import dev.longrun.cli.name.ServiceFinder;
import dev.longrun.cli.output.CandidateRow;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.output.ProbeRow;
import dev.longrun.cli.output.RowPrinter;
import dev.longrun.cli.task.AttemptLog;
import dev.longrun.cli.task.ClientConfig;
import dev.longrun.cli.task.InterruptKind;
import dev.longrun.cli.task.InterruptReport;
import dev.longrun.cli.task.OperationTaskBatch;
import dev.longrun.cli.task.ProbeTask;
import dev.longrun.cli.task.TaskPlan;
import dev.longrun.cli.task.TaskRunner;
import dev.longrun.service.OperationName;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lro find}. */
@Command(
        name = "find",
        description = {
            "Shows which services may have an operation, by the names that they document. Sends nothing without --probe.",
            "With --probe, exit 0 means that exactly one service has it, 3 that none has, 5 that several have it or that not"
                    + " all could be asked; without it, 0 means that there is a service with such names, 3 that there is none."
        })
final class FindCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(
            paramLabel = "ID|NAME",
            description = "An operation's id, or a name like projects/…/operations/… --project and --location complete"
                    + " an id; a * in a NAME stands for what is missing.")
    private String text = "";

    @Option(
            names = "--probe",
            description =
                    "Ask each of these services for the operation, by a get with your credentials, and show which of them have it.")
    private boolean probe;

    @Mixin
    private final CallTimeoutOption timeout = new CallTimeoutOption();

    @Mixin
    private final NameOptions meaning = new NameOptions();

    @Mixin
    private final ClientOptions client = new ClientOptions();

    FindCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ClientConfig config = client.config(context);
        List<ServiceCandidate> candidates = new ServiceFinder(
                        client.registry(context), meaning.defaults(context, config.isOnThisMachine()))
                .find(text);
        return (probe && !candidates.isEmpty() ? probe(config, candidates) : show(candidates)).number();
    }

    private ExitCode show(List<ServiceCandidate> candidates) {
        List<CandidateRow> found = candidates.stream().map(CandidateRow::new).toList();
        RowPrinter rows = context.rows(names -> CandidateRow.columns(found));
        found.forEach(rows::print);
        if (found.isEmpty()) {
            context.console().note("lro: no service documents such names");
            return ExitCode.ENDED_OTHERWISE;
        }
        return rows.exitCode();
    }

    private ExitCode probe(ClientConfig config, List<ServiceCandidate> candidates) {
        List<OperationName> names = candidates.stream()
                .flatMap(candidate -> candidate.operation().stream())
                .toList();
        if (names.isEmpty()) {
            throw new IllegalArgumentException("--probe asks for whole names, and all of these lack a part, such as "
                    + candidates.get(0).name() + "; give --project and --location");
        }
        Console console = context.console();
        console.note("lro: asking %s of %s services".formatted(names.size(), candidates.size()));
        ProbeTask task = new ProbeTask(timeout.options());
        AttemptLog attempts = new AttemptLog(console);
        RowPrinter rows = context.rows(ProbeRow::columns);
        rows.expect(names.stream().map(OperationName::fullName).toList());
        try (OperationsClient open = config.open(context.environment().time(), context.listeners(attempts))) {
            TaskPlan plan = TaskPlan.ofMany(
                    OptionalLong.of(names.size()), InterruptReport.ofFile(InterruptKind.GET, client.given()));
            ExitCode code = new TaskRunner(context.environment(), console, rows, attempts)
                    .run(plan, snapshots -> new OperationTaskBatch(open, names.iterator(), task, snapshots));
            boolean complete = task.unknown() == 0 && names.size() == candidates.size();
            return code.orWorse(result(task.found(), complete));
        }
    }

    private static ExitCode result(int found, boolean complete) {
        if (found == 1) {
            return ExitCode.OK;
        }
        return found == 0 && complete ? ExitCode.ENDED_OTHERWISE : ExitCode.UNKNOWN;
    }
}
