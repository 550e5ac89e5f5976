// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static dev.longrun.cli.Shell.FULL;
import static dev.longrun.cli.Shell.OPERATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.service.ApiMethod;
import dev.longrun.testkit.Fault;
import dev.longrun.testkit.VirtualTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ctrl-C while names are waited for: what is left is told, and nothing more is sent. */
@Timeout(20)
class InterruptTest {
    private final VirtualTime time = VirtualTime.manual();
    private final Shell shell = Shell.start(time);

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void saysWhatIsNotKnownAndHowToGoOn() throws Exception {
        CompletableFuture<Integer> code = inBackground("cancel", "--quiet", FULL + "stuck-a");
        time.awaitPending(1); // the first read after the cancel
        shell.signals.interrupt();
        assertThat(code.get()).isEqualTo(130);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err()).isEqualTo("""
                        lro: interrupted; nothing more is sent, and requests already sent stand. Not known to be done:
                          //file.googleapis.com/projects/p/locations/us-central1/operations/stuck-a
                        wait for the end:  lro wait //file.googleapis.com/projects/p/locations/us-central1/operations/stuck-a --endpoint SERVER
                        look once:         lro get //file.googleapis.com/projects/p/locations/us-central1/operations/stuck-a --endpoint SERVER
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "get    | GET    | nothing more is sent. Not read:",
                "wait   | GET    | nothing more is sent. Not known to be done:",
                "delete | DELETE | nothing more is sent, and requests already sent stand. Not known to be deleted:"
            })
    void saysOnlyWhatIsTrueOfTheCommand(String command, ApiMethod rpc, String said) throws Exception {
        shell.server.faults().on(rpc).always(Fault.unavailable());
        CompletableFuture<Integer> code = inBackground(command, "--quiet", FULL + "stuck-a");
        time.awaitPending(1); // the pause before the next attempt
        shell.signals.interrupt();
        assertThat(code.get()).isEqualTo(130);
        String arguments = FULL + "stuck-a --endpoint SERVER\n";
        assertThat(shell.err())
                .isEqualTo("lro: interrupted; " + said + "\n  " + FULL + "stuck-a\n"
                        + (command.equals("wait") ? "wait for the end:  lro wait " + arguments : "")
                        + "look once:         lro get " + arguments);
    }

    @Test
    void waitsAgainForTheSame() throws Exception {
        CompletableFuture<Integer> code =
                inBackground("wait", "--quiet", FULL + "stuck-a", "--for=progress=80", "--any", "--interval", "1m30s");
        time.awaitPending(1);
        shell.signals.interrupt();
        assertThat(code.get()).isEqualTo(130);
        assertThat(shell.err())
                .contains("lro wait " + FULL + "stuck-a --endpoint SERVER --for progress=80 --interval 1m30s --any\n")
                .endsWith("lro get " + FULL + "stuck-a --endpoint SERVER\n");
    }

    @Test
    void sendsNothingMore() throws Exception {
        CompletableFuture<Integer> code = inBackground("cancel", "--quiet", FULL + "stuck-a");
        time.awaitPending(1); // the first read after the cancel
        shell.signals.interrupt();
        code.get();
        long before = shell.server.requestCount();
        time.advance(Duration.ofMinutes(10));
        assertThat(shell.server.requestCount()).isEqualTo(before);
        assertThat(shell.server.operationRecord(OPERATIONS + "stuck-a").cancelRequests())
                .isEqualTo(1);
    }

    @Test
    void namesOnlyWhatIsLeft() throws Exception {
        CompletableFuture<Integer> code =
                inBackground("cancel", "--quiet", "--api-version=v1beta1", FULL + "stuck-a", FULL + "refuses-b");
        shell.awaitOutput(time);
        shell.signals.interrupt();
        assertThat(code.get()).isEqualTo(130);
        assertThat(shell.out()).startsWith("NOT_CANCELLABLE  ").hasLineCount(1);
        assertThat(shell.err())
                .doesNotContain("refuses-b")
                .contains("lro wait " + FULL + "stuck-a --api-version v1beta1 --endpoint SERVER\n");
    }

    @Test
    void repeatsWhatLeadsToAServiceThatIsNotKnown() throws Exception {
        String url = "https://foo.googleapis.com/v1/" + OPERATIONS + "stuck-a";
        CompletableFuture<Integer> code = inBackground("cancel", "--quiet", url);
        time.awaitPending(1);
        shell.signals.interrupt();
        assertThat(code.get()).isEqualTo(130);
        assertThat(shell.err()).contains("lro wait " + url + " --endpoint SERVER\n");
    }

    @Test
    void repeatsTheFilesOfServices(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(
                directory.resolve("lab"),
                "service lab.example.com\nversions v1\nnames\n" + "projects/*/locations/*/operations/* get cancel\n");
        String name = "//lab.example.com/" + OPERATIONS + "stuck-a";
        CompletableFuture<Integer> code = inBackground("cancel", "--quiet", name, "--services=" + file);
        time.awaitPending(1);
        shell.signals.interrupt();
        assertThat(code.get()).isEqualTo(130);
        assertThat(shell.err()).contains("lro wait " + name + " --endpoint SERVER --services " + file + "\n");
    }

    @Test
    void aFinishedCommandIsNoLongerInterrupted() {
        shell.lro("get", "--quiet", FULL + "done-a");
        assertThat(shell.signals.isAwaited()).isFalse();
    }

    private CompletableFuture<Integer> inBackground(String... words) {
        return CompletableFuture.supplyAsync(() -> shell.lro(words), task -> new Thread(task).start());
    }
}
