// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.demo;

import static java.util.Objects.requireNonNull;

import dev.longrun.OperationsClient;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.cli.output.CancelRow;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.output.Format;
import dev.longrun.cli.output.Progress;
import dev.longrun.cli.output.RowPrinter;
import dev.longrun.cli.process.ProcessEnvironment;
import dev.longrun.cli.task.AttemptLog;
import dev.longrun.cli.task.ClientConfig;
import dev.longrun.cli.task.PendingNames;
import dev.longrun.cli.task.TaskRunner;
import dev.longrun.http.Origin;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.time.Backoff;
import dev.longrun.time.Jitter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Cancels the operations of all {@link DemoCases} at once and holds each outcome against what it should be. */
public final class Demo {
    private static final Backoff QUICK = new Backoff(Duration.ofMillis(100), 1.5, Duration.ofMillis(500), Jitter.NONE);

    private final ProcessEnvironment surroundings;
    private final Console console;
    private final Format format;
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();

    public Demo(ProcessEnvironment surroundings, Console console, Format format) {
        this.surroundings = surroundings;
        this.console = console;
        this.format = format;
    }

    /** {@link ExitCode#OK} if every operation came out as expected, however that was. */
    public ExitCode run() {
        ServiceRegistry registry = ServiceRegistry.load();
        Map<OperationName, DemoCase> scenes = new LinkedHashMap<>();
        DemoCases.of(registry).forEach(scene -> scenes.put(scene.name(), scene));
        try (FakeOperationsServer server = FakeOperationsServer.start(surroundings.time())) {
            console.note(
                    "lro: cancelling " + scenes.size() + " operations at once, on a fake server at " + server.url());
            scenes.values().forEach(scene -> scene.prepare(server));
            ExitCode end = run(server, scenes);
            surprises.forEach(console::error);
            return end == ExitCode.INTERRUPTED ? end : surprises.isEmpty() ? ExitCode.OK : ExitCode.ERROR;
        }
    }

    private ExitCode run(FakeOperationsServer server, Map<OperationName, DemoCase> scenes) {
        ClientConfig connection = new ClientConfig(Optional.of(Origin.parse(server.url())), Optional.empty(), false);
        Set<OperationName> names = scenes.keySet();
        List<String> shown = names.stream().map(OperationName::value).toList();
        RowPrinter results = new RowPrinter(console, format, CancelRow.columns(shown));
        AttemptLog attempts = new AttemptLog(console);
        try (OperationsClient client = connection.open(surroundings.time(), attempts)) {
            return new TaskRunner(surroundings, console, results, attempts)
                    .run(
                            client,
                            names,
                            PendingNames.gone(names),
                            (through, name, progress) -> cancel(through, requireNonNull(scenes.get(name)), progress));
        }
    }

    private CompletableFuture<CancelRow> cancel(OperationsClient client, DemoCase scene, Progress progress) {
        CancelOptions options = CancelOptions.defaults()
                .withTimeout(scene.timeout())
                .withPollBackoff(QUICK)
                .withListener(progress::saw);
        return client.canceller()
                .cancelAsync(scene.name(), options)
                .thenApply(CancelRow::new)
                .whenComplete((result, failure) -> check(scene, failure == null ? result.label() : failure.toString()));
    }

    private void check(DemoCase scene, String came) {
        if (!came.equals(scene.expected())) {
            surprises.add(scene.name() + " should have come out as " + scene.expected() + "; it came out as " + came);
        }
    }
}
