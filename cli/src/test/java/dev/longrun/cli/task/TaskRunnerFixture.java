// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.OperationsClient;
import dev.longrun.call.AttemptEvent;
import dev.longrun.call.CallEvent;
import dev.longrun.cli.ManualSignals;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.DeletedRow;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.output.Format;
import dev.longrun.cli.output.Row;
import dev.longrun.cli.output.RowPrinter;
import dev.longrun.cli.process.ProcessEnvironment;
import dev.longrun.cli.process.Stdout;
import dev.longrun.http.HttpMethod;
import dev.longrun.http.Origin;
import dev.longrun.json.JsonObject;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.testkit.VirtualTime;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;

/** Runs tasks that end when the test says so. */
abstract class TaskRunnerFixture {
    static final ServiceRegistry SERVICES = ServiceRegistry.load();
    static final OperationName NAME = name("o");

    final VirtualTime time = VirtualTime.manual();
    final OperationsClient client = OperationsClient.builder().time(time).build();
    final ManualSignals signals = new ManualSignals();
    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();
    final CompletableFuture<Row> done = new CompletableFuture<>();
    final CompletableFuture<Consumer<Operation>> started = new CompletableFuture<>();
    final CompletableFuture<AttemptLog> attempts = new CompletableFuture<>();

    AutoCloseable journal = () -> {};

    @AfterEach
    void close() {
        client.close();
        time.close();
    }

    void attempted(int http, String problem) {
        attempts.join()
                .attemptEnded(new AttemptEvent(
                        CallEvent.start(
                                        "file.googleapis.com",
                                        "get",
                                        NAME.value(),
                                        Origin.parse("http://127.0.0.1:9"),
                                        HttpMethod.GET,
                                        "/v1/" + NAME.value())
                                .after(1, Duration.ZERO, null),
                        http,
                        problem,
                        Duration.ZERO));
    }

    CompletableFuture<ExitCode> runOne(boolean terminal, boolean quiet) throws Exception {
        CompletableFuture<ExitCode> code = run(out, terminal, quiet, List.of(NAME), (client, name, snapshots) -> {
            started.complete(snapshots);
            return done;
        });
        started.get();
        if (!quiet) {
            time.awaitPending(1); // the first progress line
        }
        return code;
    }

    CompletableFuture<ExitCode> run(
            OutputStream stdout, boolean terminal, boolean quiet, List<OperationName> names, OperationTask task) {
        Stdout data = Stdout.over(stdout);
        PrintStream other = new PrintStream(err, true, UTF_8);
        Console console = new Console(data, other, terminal, quiet, false);
        attempts.complete(new AttemptLog(console));
        TaskRunner runner = new TaskRunner(
                new ProcessEnvironment(
                        InputStream.nullInputStream(), false, data, other, terminal, Map.of(), time, signals),
                console,
                new RowPrinter(console, Format.TABLE, any -> DeletedRow.columns()),
                attempts.join());
        TaskPlan plan = TaskPlan.ofArguments(names, InterruptReport.ofArguments(InterruptKind.DELETE, List.of()))
                .withJournal(journal);
        return CompletableFuture.supplyAsync(
                () -> runner.run(plan, snapshots -> new OperationTaskBatch(client, names.iterator(), task, snapshots)),
                run -> new Thread(run).start());
    }

    void sawRunning() {
        started.join().accept(Operation.read(NAME, JsonObject.parse("{\"metadata\":{\"progressPercent\":40}}")));
    }

    void awaitErr(String text) {
        while (!err().contains(text)) {
            assertThat(Thread.interrupted()).isFalse();
            Thread.onSpinWait();
        }
    }

    String err() {
        return err.toString(UTF_8);
    }

    static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<OperationName> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> name("o" + i)).toList();
    }

    static OperationName name(String id) {
        return SERVICES.operation("file", "projects/p/locations/l/operations/" + id);
    }
}
