// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.OperationsClient;
import dev.longrun.call.AttemptEvent;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.DeletedRow;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.output.Format;
import dev.longrun.cli.output.Progress;
import dev.longrun.cli.output.Row;
import dev.longrun.cli.output.RowPrinter;
import dev.longrun.cli.process.ProcessEnvironment;
import dev.longrun.cli.process.Stdout;
import dev.longrun.http.HttpMethod;
import dev.longrun.http.Origin;
import dev.longrun.json.JsonObject;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationsMethod;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.testkit.VirtualTime;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Progress of one operation that is done when the test says so. */
@Timeout(20)
class ProgressTest {
    private static final OperationName NAME =
            ServiceRegistry.load().operation("file", "projects/p/locations/l/operations/o");

    private final VirtualTime time = VirtualTime.manual();
    private final OperationsClient client =
            OperationsClient.builder().time(time).build();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CompletableFuture<Row> done = new CompletableFuture<>();
    private final CompletableFuture<Progress> started = new CompletableFuture<>();
    private final AtomicReference<AttemptLog> attempts = new AtomicReference<>();

    @AfterEach
    void close() {
        client.close();
        time.close();
    }

    @Test
    void isALineNowAndThen() throws Exception {
        CompletableFuture<ExitCode> code = run(false, false);
        time.advance(Duration.ofSeconds(10));
        awaitErr("10.0s so far\n");
        sawRunning();
        time.advance(Duration.ofSeconds(10));
        awaitErr("20.0s so far; o runs, at 40 %\n");
        done.complete(new DeletedRow(NAME));
        assertThat(code.get()).isEqualTo(ExitCode.OK);
        assertThat(err()).isEqualTo("""
                        lro: waiting for 1 operation, 10.0s so far
                        lro: waiting for 1 operation, 20.0s so far; o runs, at 40 %
                        OUTCOME  NAME
                        """);
    }

    @Test
    void saysWhatIsInTheWay() throws Exception {
        CompletableFuture<ExitCode> code = run(false, false);
        attempted(0, "no connection");
        time.advance(Duration.ofSeconds(10));
        awaitErr("10.0s so far; http://127.0.0.1:9: no connection\n");
        attempted(503, "UNAVAILABLE");
        time.advance(Duration.ofSeconds(10));
        awaitErr("20.0s so far; http://127.0.0.1:9: 503 UNAVAILABLE\n");
        attempted(200, "");
        time.advance(Duration.ofSeconds(10));
        awaitErr("30.0s so far\n");
        done.complete(new DeletedRow(NAME));
        code.get();
    }

    private void attempted(int http, String problem) {
        attempts.get()
                .onAttempt(new AttemptEvent(
                        "file.googleapis.com",
                        OperationsMethod.GET,
                        NAME.value(),
                        Origin.parse("http://127.0.0.1:9"),
                        HttpMethod.GET,
                        "/v1/" + NAME,
                        1,
                        http,
                        problem,
                        Duration.ZERO));
    }

    @Test
    void isDrawnOverOnATerminalAndWipedBeforeData() throws Exception {
        CompletableFuture<ExitCode> code = run(true, false);
        time.advance(Duration.ofSeconds(1));
        awaitErr("1.0s so far");
        time.advance(Duration.ofSeconds(1));
        awaitErr("2.0s so far");
        done.complete(new DeletedRow(NAME));
        code.get();
        String wipe = "\r\u001B[K";
        assertThat(err())
                .isEqualTo(wipe + "waiting for 1 operation, 1.0s so far" + wipe + "waiting for 1 operation, 2.0s so far"
                        + wipe + "OUTCOME  NAME\n");
        assertThat(out.toString(UTF_8)).isEqualTo("DELETED  projects/p/locations/l/operations/o\n");
    }

    @Test
    void isNotShownToThoseWhoWantQuiet() throws Exception {
        CompletableFuture<ExitCode> code = run(true, true);
        assertThat(time.pending()).isZero();
        done.complete(new DeletedRow(NAME));
        code.get();
        assertThat(err()).isEmpty();
    }

    private CompletableFuture<ExitCode> run(boolean terminal, boolean quiet) throws Exception {
        Stdout data = Stdout.over(out);
        PrintStream other = new PrintStream(err, true, UTF_8);
        Console console = new Console(data, other, terminal, quiet, false);
        TaskRunner errands = new TaskRunner(
                new ProcessEnvironment(
                        InputStream.nullInputStream(),
                        false,
                        data,
                        other,
                        terminal,
                        Map.of(),
                        time,
                        action -> () -> {}),
                console,
                new RowPrinter(console, Format.TABLE, DeletedRow.columns()),
                attempts.updateAndGet(none -> new AttemptLog(console)));
        CompletableFuture<ExitCode> code = CompletableFuture.supplyAsync(
                () -> errands.run(
                        client,
                        Set.of(NAME),
                        PendingNames.of(List.of(NAME), InterruptKind.ASKED, List.of()),
                        (through, name, progress) -> {
                            started.complete(progress);
                            return done;
                        }),
                task -> new Thread(task).start());
        started.get();
        return code;
    }

    private void sawRunning() {
        started.join().saw(Operation.read(NAME, JsonObject.parse("{\"metadata\":{\"progressPercent\":40}}")));
    }

    private void awaitErr(String text) {
        while (!err().contains(text)) {
            Thread.onSpinWait();
        }
    }

    private String err() {
        return err.toString(UTF_8);
    }
}
