// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.demo;

import static java.util.Objects.requireNonNull;

import dev.longrun.OperationsClient;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.cli.errand.AttemptLog;
import dev.longrun.cli.errand.Connection;
import dev.longrun.cli.errand.Errands;
import dev.longrun.cli.errand.Unresolved;
import dev.longrun.cli.output.CancelResult;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.output.Format;
import dev.longrun.cli.output.Progress;
import dev.longrun.cli.output.Results;
import dev.longrun.cli.process.Surroundings;
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

/** Cancels the operations of all {@link Scenes} at once and holds each outcome against what it should be. */
public final class Demo {
    private static final Backoff QUICK = new Backoff(Duration.ofMillis(100), 1.5, Duration.ofMillis(500), Jitter.NONE);

    private final Surroundings surroundings;
    private final Console console;
    private final Format format;
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();

    public Demo(Surroundings surroundings, Console console, Format format) {
        this.surroundings = surroundings;
        this.console = console;
        this.format = format;
    }

    /** {@link ExitCode#OK} if every operation came out as expected, however that was. */
    public ExitCode run() {
        ServiceRegistry registry = ServiceRegistry.load();
        Map<OperationName, Scene> scenes = new LinkedHashMap<>();
        Scenes.of(registry).forEach(scene -> scenes.put(scene.name(), scene));
        try (FakeOperationsServer server = FakeOperationsServer.start(surroundings.time())) {
            console.note(
                    "lro: cancelling " + scenes.size() + " operations at once, on a fake server at " + server.url());
            scenes.values().forEach(scene -> scene.prepare(server));
            ExitCode end = run(server, scenes);
            surprises.forEach(console::error);
            return end == ExitCode.INTERRUPTED ? end : surprises.isEmpty() ? ExitCode.OK : ExitCode.ERROR;
        }
    }

    private ExitCode run(FakeOperationsServer server, Map<OperationName, Scene> scenes) {
        Connection connection = new Connection(Optional.of(Origin.parse(server.url())), Optional.empty(), false);
        Set<OperationName> names = scenes.keySet();
        List<String> shown = names.stream().map(OperationName::value).toList();
        Results results = new Results(console, format, CancelResult.columns(shown));
        AttemptLog attempts = new AttemptLog(console);
        try (OperationsClient client = connection.open(surroundings.time(), attempts)) {
            return new Errands(surroundings, console, results, attempts)
                    .run(
                            client,
                            names,
                            Unresolved.gone(names),
                            (through, name, progress) -> cancel(through, requireNonNull(scenes.get(name)), progress));
        }
    }

    private CompletableFuture<CancelResult> cancel(OperationsClient client, Scene scene, Progress progress) {
        CancelOptions options = CancelOptions.defaults()
                .withTimeout(scene.timeout())
                .withPollBackoff(QUICK)
                .withListener(progress::saw);
        return client.canceller()
                .cancelAsync(scene.name(), options)
                .thenApply(CancelResult::new)
                .whenComplete((result, failure) -> check(scene, failure == null ? result.label() : failure.toString()));
    }

    private void check(Scene scene, String came) {
        if (!came.equals(scene.expected())) {
            surprises.add(scene.name() + " should have come out as " + scene.expected() + "; it came out as " + came);
        }
    }
}
