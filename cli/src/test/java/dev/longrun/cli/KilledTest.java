// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static dev.longrun.cli.Shell.FULL;
import static dev.longrun.cli.Shell.OPERATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.journal.JournalIndex;
import dev.longrun.json.JsonObject;
import dev.longrun.service.ApiMethod;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.testkit.TerminalState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} in the middle of many cancels. The clocks are real: two processes share no other. */
@Timeout(300)
class KilledTest {
    private static final int NAMES = 600;
    private static final int KILLED_AFTER = 200;

    @TempDir
    Path directory;

    @Test
    void resumedEveryNameHasOneVerdictTrueToTheServerAndNothingElseIsCancelled() throws Exception {
        List<String> ids =
                IntStream.range(0, NAMES).mapToObj(i -> "cancels-50-" + i).toList();
        Path names = Files.write(
                directory.resolve("names"), ids.stream().map(FULL::concat).toList());
        Path journal = directory.resolve("journal.jsonl");
        try (FakeOperationsServer server = FakeOperationsServer.start()) {
            server.operation(OPERATIONS + "not-named").neverEnds();
            kill(server, "--from-file=" + names, "--journal=" + journal, "--rps=400");
            assertThat(JournalIndex.read(journal).unsettled()).isPositive();

            assertThat(lro(server, "--from-file=" + names, "--resume=" + journal))
                    .isZero();

            assertThat(verdicts(journal))
                    .containsExactlyInAnyOrderElementsOf(
                            ids.stream().map(OPERATIONS::concat).toList());
            assertThat(ids)
                    .allMatch(id -> server.operationRecord(OPERATIONS + id)
                            .state()
                            .terminalState()
                            .filter(TerminalState.CANCELLED::equals)
                            .isPresent());
            assertThat(server.operationRecord(OPERATIONS + "not-named").cancelRequests())
                    .isZero();
        }
    }

    private void kill(FakeOperationsServer server, String... options) throws Exception {
        CountDownLatch asked = new CountDownLatch(KILLED_AFTER);
        server.onRequest(
                request -> request.rpc().filter(ApiMethod.CANCEL::equals).ifPresent(cancel -> asked.countDown()));
        try (ChildProcess lro = start(server, options)) {
            asked.await();
            lro.signal("KILL");
            assertThat(lro.exitCode()).isEqualTo(137);
        }
    }

    private int lro(FakeOperationsServer server, String... options) throws Exception {
        try (ChildProcess lro = start(server, options)) {
            return lro.exitCode();
        }
    }

    private ChildProcess start(FakeOperationsServer server, String... options) throws Exception {
        return ChildProcess.lro(
                directory, List.of(), Words.of("cancel", "--quiet", "--endpoint", server.url(), options));
    }

    private static List<String> verdicts(Path journal) throws Exception {
        return Files.readAllLines(journal).stream()
                .map(JsonObject::parse)
                .filter(line -> line.string("event").filter("outcome"::equals).isPresent())
                .map(line -> line.string("name").orElseThrow())
                .toList();
    }
}
