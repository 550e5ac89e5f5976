// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.OperationsClient;
import dev.longrun.cancel.BatchOptions;
import dev.longrun.cancel.CancelBatch;
import dev.longrun.error.ConfigurationException;
import dev.longrun.journal.CancelJournal;
import dev.longrun.journal.JournalIndex;
import dev.longrun.json.JsonObject;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.testkit.Fault;
import dev.longrun.testkit.OperationRecord;
import dev.longrun.time.TimeSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal between two real processes, of which one is killed. The only clock is this machine's. */
class KilledProcessTest {
    private static final int OPERATIONS = 1_000;
    private static final int KILLED_AFTER = 350;

    private final FakeOperationsServer server =
            FakeOperationsServer.start(TimeSource.system(), List.of(Harness.FILE), 0);

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void leavesAJournalFromWhichAnotherEndsWhatItHadBegunAndNothingElse() throws IOException, InterruptedException {
        BadNetwork.before(server);
        server.operation(Harness.name("not-in-the-plan").value()).neverEnds();
        Path file = directory.resolve("journal.jsonl");
        CountDownLatch someSent = cancelsSent(KILLED_AFTER);
        Process process = start(file);
        assertThat(someSent.await(60, TimeUnit.SECONDS)).isTrue();
        process.destroyForcibly().waitFor(); // SIGKILL
        JournalIndex left = JournalIndex.read(file);
        assertThat(left.names()).isEqualTo(OPERATIONS);
        assertThat(left.unsettled()).isBetween(1, OPERATIONS - 1);

        resume(file);

        assertThat(verdicts(file))
                .extracting(verdict -> verdict.string("name").orElseThrow())
                .containsExactlyInAnyOrderElementsOf(JournalledCancels.names(OPERATIONS).stream()
                        .map(OperationName::value)
                        .toList());
        assertThat(untruths(file)).isEmpty();
        OperationRecord other =
                server.operationRecord(Harness.name("not-in-the-plan").value());
        assertThat(other.cancelRequests()).isZero();
    }

    /** Each of these processes also reads the journal that it has open. */
    @Nested
    class KeepsAnotherOut {
        private Path file;
        private String refusal;

        @BeforeEach
        void noCancelEnds() {
            file = directory.resolve("journal.jsonl");
            refusal = "journal " + file
                    + " is in use by another process; one journal has one writer at a time. Wait for that process"
                    + " to end, or use another journal and merge the two afterwards";
            server.faults().on(ApiMethod.CANCEL).always(Fault.stall());
        }

        @Test
        void ofAJournalThatItBegan() throws IOException, InterruptedException {
            keepsOut(start(file));
        }

        @Test
        void ofAJournalThatItResumed() throws IOException, InterruptedException {
            plan().close();
            keepsOut(start(file));
            CancelJournal.resume(file, (service, version) -> Harness.FILE).close();
        }

        @Test
        void alsoOnceItHasReadTheJournalOrTriedToResumeItTwice() throws IOException, InterruptedException {
            plan().close();
            try (CancelJournal journal = CancelJournal.resume(file, (service, version) -> Harness.FILE)) {
                assertThat(JournalIndex.read(file)).isNotSameAs(journal.contents());
                assertThatThrownBy(() -> CancelJournal.resume(file, (service, version) -> Harness.FILE))
                        .hasMessage(refusal);
                Process other = launch(file);
                try {
                    assertThat(firstWords(other)).isEqualTo(refusal);
                } finally {
                    other.destroyForcibly().waitFor();
                }
            }
        }

        private CancelJournal plan() {
            CancelJournal journal = CancelJournal.create(file);
            journal.plan(JournalledCancels.names(OPERATIONS));
            return journal;
        }

        private void keepsOut(Process process) throws InterruptedException {
            try {
                assertThatThrownBy(() -> CancelJournal.resume(file, (service, version) -> Harness.FILE))
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessage(refusal);
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private Process start(Path journal) throws IOException {
        Process process = launch(journal);
        assertThat(firstWords(process)).isEqualTo(Integer.toString(OPERATIONS));
        return process;
    }

    private Process launch(Path journal) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        JournalledCancels.class.getName(),
                        server.url(),
                        journal.toString(),
                        Integer.toString(OPERATIONS))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String firstWords(Process process) throws IOException {
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return output.readLine();
    }

    private CountDownLatch cancelsSent(int count) {
        var left = new CountDownLatch(count);
        server.onRequest(
                request -> request.rpc().filter(ApiMethod.CANCEL::equals).ifPresent(cancel -> left.countDown()));
        return left;
    }

    private void resume(Path file) {
        try (OperationsClient client = OperationsClient.builder()
                        .endpoint(server.url())
                        .withoutCredentials()
                        .build();
                CancelJournal journal = CancelJournal.resume(file, (service, version) -> Harness.FILE);
                CancelBatch run = client.canceller()
                        .cancelAll(journal.remaining(), BatchOptions.defaults().withWriteAheadLog(journal))) {
            run.forEachRemaining(result -> {});
        }
    }

    private static List<JsonObject> verdicts(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.contains("\"event\":\"outcome\""))
                .map(JsonObject::parse)
                .toList();
    }

    /** The verdicts that are not what the server knows. */
    private List<String> untruths(Path file) throws IOException {
        return verdicts(file).stream()
                .map(verdict -> {
                    String name = verdict.string("name").orElseThrow();
                    String truth = BadNetwork.truth(server, name).name();
                    String told = verdict.string("outcome").orElseThrow();
                    return told.equals(truth) ? "" : name + ": " + told + ", in truth " + truth;
                })
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
