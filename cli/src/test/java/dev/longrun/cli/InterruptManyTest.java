// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static dev.longrun.cli.Shell.FULL;
import static dev.longrun.cli.Shell.OPERATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.testkit.VirtualTime;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ctrl-C while an open pipe may still bring names. */
@Timeout(20)
class InterruptManyTest {
    private final VirtualTime time = VirtualTime.manual();
    private final Shell shell = Shell.start(time);
    private final PipedOutputStream pipe = new PipedOutputStream();

    @BeforeEach
    void pipe() throws IOException {
        shell.reading(new PipedInputStream(pipe));
    }

    @AfterEach
    void close() throws IOException {
        pipe.close();
        shell.close();
    }

    @Test
    void aCancelEndsAtOnceWritesWhatIsKnownAndSaysHowToGoOn() throws Exception {
        CompletableFuture<Integer> code = inBackground("cancel", "--quiet", "--from-file=-");
        pipe.write((FULL + "stuck-a\n" + FULL + "refuses-b\n").getBytes(StandardCharsets.UTF_8));
        pipe.flush();
        shell.awaitOutput(time);
        while (shell.server.operationRecord(OPERATIONS + "stuck-a").cancelRequests() == 0) {
            Thread.onSpinWait();
        }
        shell.signals.interrupt();
        assertThat(code.get()).isEqualTo(130);
        assertThat(shell.out()).startsWith("NOT_CANCELLABLE  ").hasLineCount(1);
        assertThat(shell.err()).isEqualTo("""
                        lro: interrupted; nothing more is sent, and requests already sent stand. Not known to be done:
                          //file.googleapis.com/projects/p/locations/us-central1/operations/stuck-a
                        wait for the end:  lro wait //file.googleapis.com/projects/p/locations/us-central1/operations/stuck-a --endpoint SERVER
                        look once:         lro get //file.googleapis.com/projects/p/locations/us-central1/operations/stuck-a --endpoint SERVER
                        go on:             the same command again; operations done by then are left alone
                        """);
        long before = shell.server.requestCount();
        time.advance(Duration.ofMinutes(10));
        assertThat(shell.server.requestCount()).isEqualTo(before);
    }

    @Test
    void aWaitEndsAtOnceToo() throws Exception {
        CompletableFuture<Integer> code = inBackground("wait", "--quiet", "--from-file=-");
        pipe.write((FULL + "stuck-a\n").getBytes(StandardCharsets.UTF_8));
        pipe.flush();
        time.awaitPending(1); // the first read
        shell.signals.interrupt();
        assertThat(code.get()).isEqualTo(130);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err()).contains("\n  " + FULL + "stuck-a\n");
    }

    @Test
    void isHeardBeforeTheFirstNameIsTaken() {
        AtomicBoolean heard = new AtomicBoolean();
        shell.reading(new InputStream() {
            @Override
            public int read() {
                heard.set(shell.signals.isAwaited());
                return -1;
            }
        });
        for (String command : List.of("cancel", "wait")) {
            shell.lro(command, "--quiet", "--from-file=-");
            assertThat(heard).as(command).isTrue();
        }
    }

    private CompletableFuture<Integer> inBackground(String... words) {
        return CompletableFuture.supplyAsync(() -> shell.lro(words), task -> new Thread(task).start());
    }
}
