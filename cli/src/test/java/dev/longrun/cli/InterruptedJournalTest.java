// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static dev.longrun.cli.Shell.FULL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.json.JsonObject;
import dev.longrun.service.ApiMethod;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.testkit.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in the middle of many cancels, in a process of its own. The clocks are real: two processes share no other. */
@Timeout(60)
class InterruptedJournalTest {
    private static final int NAMES = 300;
    private static final int INTERRUPTED_AFTER = 100;
    private static final String TOLD = "Sent and not known to be done: ";

    private final FakeOperationsServer server = FakeOperationsServer.start();

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void tellsHowManyWereAskedForAndHasAVerdictOnNone() throws Exception {
        String said = interrupt(ApiMethod.CANCEL, INTERRUPTED_AFTER, "stuck-");
        assertThat(events("outcome")).isEmpty();
        assertThat(events("failure")).isEmpty();
        assertThat(told(said)).isBetween(INTERRUPTED_AFTER, events("intent").size());
    }

    @Test
    void doesNotSayThatWhatWasOnlyLookedAtWasAskedFor() throws Exception {
        server.faults().on(ApiMethod.GET).always(Fault.stall());
        String said = interrupt(ApiMethod.GET, 1, "stuck-", "--read-first");
        assertThat(journal()).isEmptyFile();
        assertThat(told(said)).isZero();
    }

    @Test
    void leavesToAResumeWhatItsOwnVerdictsDoNotCover() throws Exception {
        interrupt(ApiMethod.CANCEL, INTERRUPTED_AFTER, "cancels-100-");
        try (ChildProcess lro =
                start("--from-file=" + directory.resolve("names"), "--resume=" + journal(), "--rps=400")) {
            assertThat(lro.exitCode()).isZero();
        }
        assertThat(events("outcome"))
                .hasSize(NAMES)
                .allMatch(verdict ->
                        verdict.string("outcome").filter("CANCELLED"::equals).isPresent());
    }

    /** @return what was said on stderr */
    private String interrupt(ApiMethod rpc, int requests, String idPrefix, String... options) throws Exception {
        CountDownLatch asked = new CountDownLatch(requests);
        server.onRequest(request -> request.rpc().filter(rpc::equals).ifPresent(one -> asked.countDown()));
        Path names = Files.write(
                directory.resolve("names"),
                IntStream.range(0, NAMES).mapToObj(i -> FULL + idPrefix + i).toList());
        try (ChildProcess lro =
                start(Words.of("--from-file=" + names, "--journal=" + journal(), "--rps=400", options))) {
            asked.await();
            lro.signal("INT");
            assertThat(lro.exitCode()).isEqualTo(130);
            return lro.err();
        }
    }

    private ChildProcess start(String... options) throws Exception {
        return ChildProcess.lro(
                directory, List.of(), Words.of("cancel", "--quiet", "--endpoint", server.url(), options));
    }

    private static int told(String said) {
        assertThat(said).startsWith("lro: interrupted; nothing more is sent").contains(TOLD);
        return Integer.parseInt(said.lines().findFirst().orElseThrow().split(TOLD)[1]);
    }

    private Path journal() {
        return directory.resolve("journal.jsonl");
    }

    private List<JsonObject> events(String event) throws Exception {
        return Files.readAllLines(journal()).stream()
                .map(JsonObject::parse)
                .filter(line -> line.string("event").filter(event::equals).isPresent())
                .toList();
    }
}
