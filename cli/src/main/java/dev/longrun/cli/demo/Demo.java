// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.demo;

import static java.util.Objects.requireNonNull;

import dev.longrun.OperationsClient;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.cli.output.CancelRow;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.output.RowPrinter;
import dev.longrun.cli.process.ProcessEnvironment;
import dev.longrun.cli.task.AttemptLog;
import dev.longrun.cli.task.ClientConfig;
import dev.longrun.cli.task.InterruptReport;
import dev.longrun.cli.task.OperationTask;
import dev.longrun.cli.task.OperationTaskBatch;
import dev.longrun.cli.task.TaskPlan;
import dev.longrun.cli.task.TaskRunner;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.time.Backoff;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Cancels the operations of all {@link DemoCases} at once and compares each outcome with the expected one. */
public final class Demo {
    private static final Backoff QUICK = Backoff.exponential(Duration.ofMillis(100), 1.5, Duration.ofMillis(500));

    private final ProcessEnvironment environment;
    private final Console console;
    private final RowPrinter rows;
    private final Duration patience;
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();

    /** @param patience with the operation that never ends, which decides how long all takes */
    public Demo(ProcessEnvironment environment, Console console, RowPrinter rows, Duration patience) {
        this.environment = environment;
        this.console = console;
        this.rows = rows;
        this.patience = patience;
    }

    /** Returns {@link ExitCode#OK} if every operation came out as expected. */
    public ExitCode run() {
        Map<OperationName, DemoCase> cases = new LinkedHashMap<>();
        DemoCases.of(ServiceRegistry.load(), patience).forEach(each -> cases.put(each.name(), each));
        try (FakeOperationsServer server = FakeOperationsServer.start(environment.time())) {
            console.note(
                    "lro: cancelling " + cases.size() + " operations at once, on a fake server at " + server.url());
            cases.values().forEach(each -> each.prepare(server));
            ExitCode end = run(server, cases);
            surprises.forEach(console::error);
            return end == ExitCode.INTERRUPTED ? end : surprises.isEmpty() ? ExitCode.OK : ExitCode.ERROR;
        }
    }

    private ExitCode run(FakeOperationsServer server, Map<OperationName, DemoCase> cases) {
        Set<OperationName> names = cases.keySet();
        rows.expect(names.stream().map(OperationName::value).toList());
        AttemptLog attempts = new AttemptLog(console);
        OperationTask task = (client, name, snapshots) -> cancel(client, requireNonNull(cases.get(name)), snapshots);
        try (OperationsClient client = ClientConfig.local(server.url()).open(environment.time(), attempts)) {
            return new TaskRunner(environment, console, rows, attempts)
                    .run(
                            TaskPlan.ofArguments(names, InterruptReport.ofThisProcess()),
                            snapshots -> new OperationTaskBatch(client, names.iterator(), task, snapshots));
        }
    }

    private CompletableFuture<CancelRow> cancel(OperationsClient client, DemoCase demo, Consumer<Operation> snapshots) {
        CancelOptions options = CancelOptions.defaults()
                .withTimeout(demo.timeout())
                .withPollBackoff(QUICK)
                .withListener(snapshots);
        return client.canceller()
                .cancelAsync(demo.name(), options)
                .thenApply(CancelRow::new)
                .whenComplete((row, failure) -> compare(demo, failure == null ? row.label() : failure.toString()));
    }

    private void compare(DemoCase demo, String actual) {
        if (!actual.equals(demo.expected())) {
            surprises.add(demo.name() + " should have come out as " + demo.expected() + "; it came out as " + actual);
        }
    }
}
