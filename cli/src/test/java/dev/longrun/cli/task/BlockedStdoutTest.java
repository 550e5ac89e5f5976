// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cli.output.DeletedRow;
import dev.longrun.cli.output.ExitCode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A reader of stdout that takes nothing. */
@Timeout(20)
class BlockedStdoutTest extends TaskRunnerFixture {

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
}
