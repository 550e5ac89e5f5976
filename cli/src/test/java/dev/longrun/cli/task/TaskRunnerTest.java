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
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs tasks that end when the test says so. */
@Timeout(20)
class TaskRunnerTest {
    private static final ServiceRegistry SERVICES = ServiceRegistry.load();
    private static final OperationName NAME = name("o");

    private final VirtualTime time = VirtualTime.manual();
    private final OperationsClient client =
            OperationsClient.builder().time(time).build();
    private final ManualSignals signals = new ManualSignals();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CompletableFuture<Row> done = new CompletableFuture<>();
    private final CompletableFuture<Consumer<Operation>> started = new CompletableFuture<>();
    private final CompletableFuture<AttemptLog> attempts = new CompletableFuture<>();

    private AutoCloseable journal = () -> {};

    @AfterEach
    void close() {
        client.close();
        time.close();
    }

    @Nested
    class Progress {
        @Test
        void isALineNowAndThen() throws Exception {
            CompletableFuture<ExitCode> code = runOne(false, false);
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
        void showsTheErrorOfTheNewestRequest() throws Exception {
            CompletableFuture<ExitCode> code = runOne(false, false);
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

        @Test
        void isDrawnOverOnATerminalAndWipedBeforeData() throws Exception {
            CompletableFuture<ExitCode> code = runOne(true, false);
            time.advance(Duration.ofSeconds(1));
            awaitErr("1.0s so far");
            time.advance(Duration.ofSeconds(1));
            awaitErr("2.0s so far");
            done.complete(new DeletedRow(NAME));
            code.get();
            String wipe = "\r\u001B[K";
            assertThat(err())
                    .isEqualTo(wipe + "waiting for 1 operation, 1.0s so far" + wipe
                            + "waiting for 1 operation, 2.0s so far" + wipe + "OUTCOME  NAME\n");
            assertThat(out.toString(UTF_8)).isEqualTo("DELETED  projects/p/locations/l/operations/o\n");
        }

        @Test
        void isNotShownWhenQuiet() throws Exception {
            CompletableFuture<ExitCode> code = runOne(true, true);
            assertThat(time.pending()).isZero();
            done.complete(new DeletedRow(NAME));
            code.get();
            assertThat(err()).isEmpty();
        }
    }

    /** A reader of stdout that takes nothing. */
    @Nested
    class StalledOutput {
        private static final int NAMES = 1_000;
        private final CountDownLatch stalled = new CountDownLatch(1);
        private final CountDownLatch resumed = new CountDownLatch(1);
        private final OutputStream pipe = new OutputStream() {
            @Override
            public void write(int octet) {
                write(new byte[] {(byte) octet}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                stalled.countDown();
                awaitUninterrupted(resumed);
                out.write(bytes, from, length);
            }
        };

        @Test
        void keepsNoTaskFromItsStart() throws Exception {
            CountDownLatch starts = new CountDownLatch(NAMES);
            CompletableFuture<ExitCode> code = run(pipe, false, true, names(NAMES), (client, name, snapshots) -> {
                starts.countDown();
                return CompletableFuture.completedFuture(new DeletedRow(name));
            });
            stalled.await();
            starts.await();
            assertThat(code).isNotDone();
            resumed.countDown();
            assertThat(code.get()).isEqualTo(ExitCode.OK);
            assertThat(out.toString(UTF_8)).hasLineCount(NAMES);
        }

        @Test
        void isReportedWithEveryResultThatWasNotPrinted() throws Exception {
            CompletableFuture<ExitCode> code = run(
                    pipe,
                    false,
                    true,
                    names(NAMES),
                    (client, name, snapshots) -> CompletableFuture.completedFuture(new DeletedRow(name)));
            stalled.await();
            signals.interrupt();
            assertThat(err().lines())
                    .startsWith("lro: stdout is blocked; these results are known and were not printed");
            List<String> told = err().lines()
                    .filter(line -> line.startsWith("  "))
                    .map(line -> line.replace("DELETED  ", ""))
                    .toList();
            assertThat(told)
                    .containsExactlyInAnyOrderElementsOf(names(NAMES).stream()
                            .map(name -> "  " + name.fullName())
                            .toList());
            assertThat(err()).contains("  DELETED  " + name("o0").fullName() + "\n");
            resumed.countDown();
            assertThat(code.get()).isEqualTo(ExitCode.INTERRUPTED);
        }
    }

    @Nested
    class JournalOfAnInterrupt {
        private final CountDownLatch stalled = new CountDownLatch(1);
        private final CountDownLatch resumed = new CountDownLatch(1);
        private final OutputStream pipe = new OutputStream() {
            @Override
            public void write(int octet) {
                stalled.countDown();
                awaitUninterrupted(resumed);
                out.write(octet);
            }
        };

        private CompletableFuture<ExitCode> interrupted(AutoCloseable closing) throws Exception {
            journal = closing;
            CompletableFuture<ExitCode> code = run(
                    pipe,
                    false,
                    true,
                    List.of(NAME),
                    (client, name, snapshots) -> CompletableFuture.completedFuture(new DeletedRow(name)));
            stalled.await();
            signals.interrupt();
            return code;
        }

        @Test
        void isClosedBeforeAnythingWaitsForABlockedStdout() throws Exception {
            assertThat(interrupted(resumed::countDown).get()).isEqualTo(ExitCode.INTERRUPTED);
            assertThat(err()).doesNotContain("stdout is blocked");
            assertThat(out.toString(UTF_8)).contains(NAME.value());
        }

        @Test
        void maySayWhatItLacksBesideTheResultsThatWereNotPrinted() throws Exception {
            CompletableFuture<ExitCode> code = interrupted(() -> {
                throw new UncheckedIOException("the journal may lack its last lines", new IOException());
            });
            assertThat(err())
                    .contains("lro: the journal may lack its last lines\n")
                    .contains("lro: stdout is blocked; these results are known and were not printed\n  DELETED");
            resumed.countDown();
            assertThat(code.get()).isEqualTo(ExitCode.INTERRUPTED);
        }
    }

    @Test
    void anInterruptListsTheArgumentsWithoutAResult() throws Exception {
        CompletableFuture<ExitCode> code = run(
                out,
                false,
                true,
                names(2),
                (client, name, snapshots) -> name.equals(name("o0"))
                        ? CompletableFuture.completedFuture(new DeletedRow(name))
                        : new CompletableFuture<>());
        while (out.size() == 0) {
            assertThat(Thread.interrupted()).isFalse();
            Thread.onSpinWait();
        }
        signals.interrupt();
        assertThat(code.get()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(err())
                .contains("\n  " + name("o1").fullName() + "\n")
                .doesNotContain(name("o0").fullName());
    }

    private void attempted(int http, String problem) {
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

    private CompletableFuture<ExitCode> runOne(boolean terminal, boolean quiet) throws Exception {
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

    private CompletableFuture<ExitCode> run(
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

    private void sawRunning() {
        started.join().accept(Operation.read(NAME, JsonObject.parse("{\"metadata\":{\"progressPercent\":40}}")));
    }

    private void awaitErr(String text) {
        while (!err().contains(text)) {
            assertThat(Thread.interrupted()).isFalse();
            Thread.onSpinWait();
        }
    }

    private String err() {
        return err.toString(UTF_8);
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<OperationName> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> name("o" + i)).toList();
    }

    private static OperationName name(String id) {
        return SERVICES.operation("file", "projects/p/locations/l/operations/" + id);
    }
}
