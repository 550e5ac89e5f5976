// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cli.output.DeletedRow;
import dev.longrun.cli.output.ExitCode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs tasks that end when the test says so. */
@Timeout(20)
class TaskRunnerTest extends TaskRunnerFixture {
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
}
