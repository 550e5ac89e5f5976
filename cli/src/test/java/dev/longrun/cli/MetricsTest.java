// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static dev.longrun.cli.Shell.FULL;
import static dev.longrun.cli.Shell.OPERATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.service.ApiMethod;
import dev.longrun.testkit.Fault;
import dev.longrun.testkit.VirtualTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code --metrics-file}: what it says of a run, and when it is written. */
@Timeout(20)
class MetricsTest {
    private static final String FILE = "\",batch=\"nightly\",service=\"file.googleapis.com\",";
    private final Shell shell = Shell.start();
    private final VirtualTime clock = VirtualTime.manual();
    private final Shell still = Shell.start(clock);

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void file() {
        file = directory.resolve("nightly.prom");
    }

    @AfterEach
    void close() {
        shell.close();
        still.close();
    }

    @Test
    void hasAllNumbersOfARun() {
        assertThat(still.lro("get", "--quiet", FULL + "done-a", FULL + "done-b", option()))
                .isZero();
        assertThat(file).hasContent("""
                # HELP lro_last_run_timestamp_seconds Unix time at which the last run of lro ended.
                # TYPE lro_last_run_timestamp_seconds gauge
                lro_last_run_timestamp_seconds{command="get",batch="nightly"} 1767225600.000
                # HELP lro_last_run_duration_seconds Duration of the last run.
                # TYPE lro_last_run_duration_seconds gauge
                lro_last_run_duration_seconds{command="get",batch="nightly"} 0.000000000
                # HELP lro_last_run_exit_code Exit code of the last run; 0 means that every outcome was as asked.
                # TYPE lro_last_run_exit_code gauge
                lro_last_run_exit_code{command="get",batch="nightly"} 0
                # HELP lro_last_run_outcomes Operations of the last run by outcome; ERROR is none.
                # TYPE lro_last_run_outcomes gauge
                lro_last_run_outcomes{command="get",batch="nightly",service="file.googleapis.com",outcome="SUCCEEDED"} 2
                # HELP lro_last_run_requests HTTP requests of the last run, retries included; code 0 is no response.
                # TYPE lro_last_run_requests gauge
                lro_last_run_requests{command="get",batch="nightly",service="file.googleapis.com",method="get",code="200"} 2
                # HELP lro_last_run_retries HTTP requests of the last run that repeated one of the same call.
                # TYPE lro_last_run_retries gauge
                lro_last_run_retries{command="get",batch="nightly",service="file.googleapis.com",method="get",code="200"} 0
                # HELP lro_last_run_throttled_requests HTTP requests of the last run that were rejected as too many.
                # TYPE lro_last_run_throttled_requests gauge
                lro_last_run_throttled_requests{command="get",batch="nightly",service="file.googleapis.com",method="get",code="200"} 0
                """);
    }

    /** The report ends first, and makes the code worse. */
    @Test
    void saysTheCodeOfTheProcessWhenTheReportCannotBeWritten() throws IOException {
        Path folder = Files.createDirectory(directory.resolve("gone"));
        shell.server.onRequest(request -> folder.toFile().delete());
        assertThat(shell.lro(
                        "cancel", "--quiet", FULL + "cancels-0-a", option(), "--report=" + folder.resolve("r.html")))
                .isEqualTo(1);
        assertThat(file).content().contains("lro_last_run_exit_code{command=\"cancel\",batch=\"nightly\"} 1\n");
    }

    @Test
    void ofACancelHasEachOutcomeAndEachRequest() throws IOException {
        int code =
                shell.lro("cancel", "--quiet", FULL + "cancels-0-a", FULL + "refuses-b", FULL + "forgotten", option());
        assertThat(code).isEqualTo(3);
        assertThat(Files.readString(file))
                .contains("exit_code{command=\"cancel\",batch=\"nightly\"} 3\n")
                .contains("outcomes{command=\"cancel" + FILE + "outcome=\"CANCELLED\"} 1\n")
                .contains("outcomes{command=\"cancel" + FILE + "outcome=\"NOT_CANCELLABLE\"} 1\n")
                .contains("outcomes{command=\"cancel" + FILE + "outcome=\"NOT_FOUND\"} 1\n")
                .contains("requests{command=\"cancel" + FILE + "method=\"cancel\",code=\"200\"} 1\n")
                .contains("requests{command=\"cancel" + FILE + "method=\"cancel\",code=\"404\"} 1\n");
    }

    @Test
    void ofThrottledRequestsTellsTheRetries() throws IOException {
        shell.server.faults().on(ApiMethod.GET).of(OPERATIONS + "done-a").once(Fault.tooManyRequests());
        assertThat(shell.lro("wait", "--quiet", FULL + "done-a", option())).isZero();
        assertThat(Files.readString(file))
                .contains("throttled_requests{command=\"wait" + FILE + "method=\"get\",code=\"429\"} 1\n")
                .contains("outcomes{command=\"wait" + FILE + "outcome=\"SUCCEEDED\"} 1\n");
    }

    @Test
    void countsANameWithoutAResultAsAnError() throws IOException {
        assertThat(still.lro("delete", "--quiet", FULL + "forgotten", "nonsense", option()))
                .isEqualTo(2);
        assertThat(Files.readString(file))
                .contains("exit_code{command=\"delete\",batch=\"nightly\"} 2\n")
                .contains("outcomes{command=\"delete" + FILE + "outcome=\"ERROR\"} 1\n")
                .contains("outcomes{command=\"delete\",batch=\"nightly\",service=\"\",outcome=\"ERROR\"} 1\n");
    }

    @Test
    void ofASweepHasWhatItWouldCancel() throws IOException {
        still.server.operation(OPERATIONS + "one").neverEnds();
        still.server.operation(OPERATIONS + "two").neverEnds();
        String parent = FULL.replace("/operations/", "");
        assertThat(still.lro("sweep", "--quiet", "--exit-code", parent, option()))
                .isEqualTo(3);
        String table = Files.readString(file);
        assertThat(table)
                .contains("exit_code{command=\"sweep\",batch=\"nightly\"} 3\n")
                .contains("outcomes{command=\"sweep" + FILE + "outcome=\"PLANNED\"} 2\n")
                .contains("requests{command=\"sweep" + FILE + "method=\"list\",code=\"200\"} 1\n");
        still.lro("sweep", "--quiet", "--exit-code", "--format=json", parent, option());
        assertThat(file).hasContent(table);
    }

    @Test
    void isWrittenAfterAnInterruptToo() throws Exception {
        CompletableFuture<Integer> code = CompletableFuture.supplyAsync(
                () -> still.lro("cancel", "--quiet", FULL + "stuck-a", FULL + "refuses-b", option()),
                task -> new Thread(task).start());
        still.awaitOutput(clock);
        still.signals.interrupt();
        assertThat(Files.readString(file)) // by the thread of the signal, as the process ends with it
                .contains("exit_code{command=\"cancel\",batch=\"nightly\"} 130\n")
                .contains("outcome=\"NOT_CANCELLABLE\"} 1\n")
                .doesNotContain("STILL_RUNNING");
        assertThat(code.get()).isEqualTo(130);
    }

    @Test
    void aPlaceThatCannotBeWrittenIsRefusedBeforeAnythingIsSent() {
        Path nowhere = directory.resolve("missing/x.prom");
        assertThat(still.lro("cancel", FULL + "stuck-a", "--metrics-file=" + nowhere))
                .isEqualTo(2);
        assertThat(still.err())
                .isEqualTo("lro: --metrics-file " + nowhere + ": there is no directory " + nowhere.getParent() + "\n");
        assertThat(still.requests()).isEmpty();
    }

    @Test
    void aFileThatCannotBeWrittenAtTheEndIsAnError() throws IOException {
        still.server.operation(OPERATIONS + "a").metadata((operation, version) -> {
            inTheWay();
            return "";
        });
        assertThat(still.lro("get", "--quiet", FULL + "a", option())).isEqualTo(1);
        assertThat(still.err()).startsWith("lro: --metrics-file cannot be written: ");
    }

    private void inTheWay() {
        try {
            Files.createDirectories(file.resolve("in the way"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String option() {
        return "--metrics-file=" + file;
    }
}
