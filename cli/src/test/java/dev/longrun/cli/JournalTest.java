// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli;

import static dev.longrun.cli.Shell.FULL;
import static dev.longrun.cli.Shell.OPERATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.json.JsonObject;
import dev.longrun.testkit.VirtualTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --journal} and {@code --resume}. */
@Timeout(30)
class JournalTest {
    @TempDir
    Path directory;

    private Path file() {
        return directory.resolve("journal.jsonl");
    }

    private List<String> events(Path file) throws Exception {
        return Files.readAllLines(file).stream()
                .map(JsonObject::parse)
                .map(line -> line.string("event").orElseThrow())
                .toList();
    }

    @Nested
    class InOneGo {

        @Test
        void holdsThePlanEachStepAndTheVerdict() throws Exception {
            try (Shell shell = Shell.start()) {
                assertThat(shell.lro("cancel", "--quiet", "--journal=" + file(), FULL + "cancels-0-a"))
                        .isZero();
                assertThat(events(file())).containsExactly("planned", "intent", "response", "outcome");
            }
        }

        @Test
        void isNeverWrittenOver() {
            try (Shell shell = Shell.start()) {
                shell.lro("cancel", "--quiet", "--journal=" + file(), FULL + "cancels-0-a");
                assertThat(shell.lro("cancel", "--quiet", "--journal=" + file(), FULL + "cancels-0-a"))
                        .isEqualTo(2);
                assertThat(shell.err()).contains("a new run needs a new file. Resume it instead, or give another name");
            }
        }

        @Test
        void aResumeOfWhatIsDoneAsksNothingAndTellsTheWorstOfIt() {
            try (Shell shell = Shell.start()) {
                shell.lro("cancel", "--quiet", "--journal=" + file(), FULL + "completes-0-a", FULL + "cancels-0-b");
                long before = shell.server.requestCount();
                assertThat(shell.lro("cancel", "--quiet", "--resume=" + file())).isEqualTo(3);
                assertThat(shell.server.requestCount()).isEqualTo(before);
            }
        }

        @ParameterizedTest
        @CsvSource({"done-a, 3", "fails-0-a, 3", "cancels-0-a, 0"})
        void whatHadEndedBeforeCountsByItsStateInAResumeToo(String id, int code) {
            try (Shell shell = Shell.start()) {
                shell.lro("cancel", "--quiet", FULL + id);
                assertThat(shell.lro("cancel", "--quiet", "--read-first", "--journal=" + file(), FULL + id))
                        .isEqualTo(code);
                assertThat(shell.out()).contains("ALREADY_DONE");
                assertThat(shell.lro("cancel", "--quiet", "--resume=" + file())).isEqualTo(code);
            }
        }

        @Test
        void oneThatIsNotThereCannotBeResumed() {
            try (Shell shell = Shell.start()) {
                assertThat(shell.lro("cancel", "--quiet", "--resume=" + file())).isEqualTo(2);
                assertThat(shell.err())
                        .isEqualTo("lro: journal " + file()
                                + ": there is no such file to resume; a new run creates one\n");
            }
        }

        @Test
        void aDeviceWithoutEndIsNone() {
            try (Shell shell = Shell.start()) {
                assertThat(shell.lro("cancel", "--quiet", "--resume=/dev/zero")).isEqualTo(2);
                assertThat(shell.err())
                        .isEqualTo("lro: journal /dev/zero: expected a regular file; got a device or pipe\n");
                assertThat(shell.requests()).isEmpty();
            }
        }

        @Test
        void aFileThatIsNoneStaysAsItIsAndAlone() throws Exception {
            Files.writeString(file(), "root:x:0:0:root:/root:/bin/sh\n");
            try (Shell shell = Shell.start();
                    Stream<Path> left = Files.list(directory)) {
                assertThat(shell.lro("cancel", "--quiet", "--resume=" + file())).isEqualTo(2);
                assertThat(shell.err()).contains("line 1: expected a line that this program wrote");
                assertThat(left).containsExactly(file());
                assertThat(file()).hasContent("root:x:0:0:root:/root:/bin/sh\n");
            }
        }

        @Test
        void oneThatIsNotThereCannotBeMerged() {
            try (Shell shell = Shell.start()) {
                Path merged = directory.resolve("merged.jsonl");
                assertThat(shell.lroWithoutEndpoint("journal", "merge", file().toString(), "--into", merged.toString()))
                        .isEqualTo(2);
                assertThat(shell.err()).isEqualTo("lro: journal " + file() + ": there is no such file\n");
                assertThat(merged).doesNotExist();
            }
        }

        @Test
        void journalsOfShardsMerge() throws Exception {
            try (Shell shell = Shell.start()) {
                Path other = directory.resolve("other.jsonl");
                Path merged = directory.resolve("merged.jsonl");
                shell.lro("cancel", "--quiet", "--journal=" + file(), FULL + "cancels-0-a");
                shell.lro("cancel", "--quiet", "--journal=" + other, FULL + "completes-0-b");
                assertThat(shell.lroWithoutEndpoint(
                                "journal", "merge", file().toString(), other.toString(), "--into", merged.toString()))
                        .isZero();
                assertThat(shell.err())
                        .isEqualTo("lro: " + merged
                                + " has 2 names, 0 without a final outcome; so far: 1 cancelled, 1 completed anyway\n");
                assertThat(events(merged)).filteredOn("outcome"::equals).hasSize(2);
            }
        }
    }

    /** As {@code kill -9} leaves it that comes before the first name is written down. */
    @Nested
    class Empty {
        private final Shell shell = Shell.start();

        @BeforeEach
        void journal() throws Exception {
            Files.createFile(file());
        }

        @AfterEach
        void close() {
            shell.close();
        }

        @ParameterizedTest
        @ValueSource(strings = {"cancel", "sweep"})
        void isNotTakenForAJobThatIsDone(String command) {
            assertThat(shell.lro(command, "--resume=" + file())).isEqualTo(2);
            assertThat(shell.err())
                    .isEqualTo("lro: journal " + file()
                            + ": the process ended before it wrote down a single name, so nothing was cancelled; begin again,"
                            + " or give the same names\n");
            assertThat(shell.requests()).isEmpty();
        }

        @Test
        void isNotMergedAsAJobThatIsDone() {
            Path merged = directory.resolve("merged.jsonl");
            assertThat(shell.lroWithoutEndpoint("journal", "merge", file().toString(), "--into", merged.toString()))
                    .isEqualTo(2);
            assertThat(shell.err())
                    .isEqualTo(
                            "lro: journal " + file()
                                    + ": the process ended before it wrote down a single name, so nothing was cancelled; leave it out\n");
            assertThat(merged).doesNotExist();
        }

        @Test
        void goesOnWithTheSameFileOfNames() throws Exception {
            Path names = Files.writeString(directory.resolve("names"), FULL + "cancels-0-a\n");
            assertThat(shell.lro("cancel", "--quiet", "--resume=" + file(), "--from-file=" + names))
                    .isZero();
            assertThat(events(file())).containsExactly("intent", "response", "outcome");
        }

        @Test
        void goesOnWithTheSameNames() throws Exception {
            assertThat(shell.lro("cancel", "--quiet", "--resume=" + file(), FULL + "cancels-0-a"))
                    .isZero();
            assertThat(events(file())).containsExactly("intent", "response", "outcome");
        }

        @Test
        void isWhereTheSameCommandBeginsAgain() throws Exception {
            shell.lro("cancel", "--resume=" + file());
            assertThat(shell.lro("cancel", "--quiet", "--journal=" + file(), FULL + "cancels-0-a"))
                    .isZero();
            assertThat(events(file())).containsExactly("planned", "intent", "response", "outcome");
        }
    }

    @Nested
    class Interrupted {
        private final VirtualTime time = VirtualTime.manual();

        @Test
        void saysHowToGoOnAndGoesOn() throws Exception {
            try (Shell shell = Shell.start(time)) {
                CompletableFuture<Integer> code = CompletableFuture.supplyAsync(
                        () -> shell.lro(
                                "cancel", "--quiet", "--journal=" + file(), FULL + "refuses-a", FULL + "cancels-0-b"),
                        task -> new Thread(task).start());
                shell.awaitOutput(time);
                time.awaitPending(1); // the first read of the other one
                shell.signals.interrupt();
                assertThat(code.get()).isEqualTo(130);
                assertThat(shell.out()).startsWith("NOT_CANCELLABLE  ").hasLineCount(1);
                assertThat(shell.err()).isEqualTo("""
                        lro: interrupted; nothing more is sent, and requests already sent stand. Sent and not known to be done: 1
                          //file.googleapis.com/projects/p/locations/us-central1/operations/cancels-0-b
                        go on:  lro cancel --resume %s --endpoint SERVER
                        """.formatted(file()));
                CompletableFuture<Integer> resumed = CompletableFuture.supplyAsync(
                        () -> shell.lro("cancel", "--quiet", "--resume=" + file()), task -> new Thread(task).start());
                while (!resumed.isDone()) {
                    time.advance(Duration.ofMillis(1));
                }
                assertThat(resumed.get()).isEqualTo(3);
                assertThat(shell.out().lines().skip(1))
                        .singleElement()
                        .asString()
                        .startsWith("CANCELLED  ");
                assertThat(shell.server
                                .operationRecord(OPERATIONS + "cancels-0-b")
                                .cancelRequests())
                        .isEqualTo(1);
            }
        }
    }
}
