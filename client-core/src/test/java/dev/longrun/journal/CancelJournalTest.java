// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import static dev.longrun.journal.Journals.answer;
import static dev.longrun.journal.Journals.intent;
import static dev.longrun.journal.Journals.name;
import static dev.longrun.journal.Journals.planned;
import static dev.longrun.journal.Journals.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.error.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CancelJournalTest {
    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void file() {
        file = directory.resolve("journal.jsonl");
    }

    @Nested
    class Opening {

        @Test
        void aNewJournalNeedsANewFile() {
            Journals.write(file, intent("a"));
            assertThatThrownBy(() -> CancelJournal.create(file))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage(
                            "journal " + file + " exists and has " + intent("a").length()
                                    + " bytes; a new run needs a new file. Resume it instead, or give another name");
        }

        @Test
        void thereMustBeAFileToResume() {
            assertThatThrownBy(() -> Journals.resume(file))
                    .hasMessage("journal " + file + ": there is no such file to resume; a new run creates one");
        }

        @Test
        void andADirectoryToCreateOneIn() {
            Path nowhere = directory.resolve("nowhere").resolve("journal.jsonl");
            assertThatThrownBy(() -> CancelJournal.create(nowhere))
                    .hasMessage("journal " + nowhere + ": there is no such directory");
        }

        @Test
        void oneAtATimeHasIt() {
            try (CancelJournal first = CancelJournal.create(file)) {
                assertThatThrownBy(() -> Journals.resume(file)).hasMessageContaining("is in use by another process");
                first.intent(name("a")).join();
            }
            Journals.resume(file).close();
        }

        @Test
        void byWhateverNameItIsCalled() throws IOException {
            Path link = directory.resolve("link.jsonl");
            CancelJournal.create(file).close();
            Files.createSymbolicLink(link, file);
            try (CancelJournal journal = Journals.resume(link)) {
                assertThat(journal.contents().names()).isZero();
                assertThatThrownBy(() -> Journals.resume(file)).hasMessageContaining("is in use by another process");
            }
        }

        @Test
        void nothingStaysBesideIt() throws IOException {
            try (CancelJournal journal = CancelJournal.create(file)) {
                journal.intent(name("a")).join();
                try (Stream<Path> left = Files.list(directory)) {
                    assertThat(left).containsExactly(file);
                }
            }
        }

        @Test
        void oneThatWasRefusedDoesNotStayLocked() {
            Journals.write(file, "rubbish\n");
            assertThatThrownBy(() -> Journals.resume(file)).hasMessageContaining("line 1");
            Journals.write(file, intent("a"));
            assertThatThrownBy(() -> CancelJournal.resume(file, (service, version) -> {
                        throw new IllegalStateException("no table of services");
                    }))
                    .hasMessage("no table of services");
            Journals.resume(file).close();
        }

        @Test
        void aTornLastLineIsCutOffBeforeAnythingIsAdded() throws IOException {
            Journals.write(file, intent("a"), "{\"schemaV");
            try (CancelJournal journal = Journals.resume(file)) {
                journal.intent(name("b")).join();
            }
            assertThat(Files.readAllLines(file)).hasSize(2);
            assertThat(JournalIndex.read(file).names()).isEqualTo(2);
        }

        @ParameterizedTest
        @ValueSource(strings = {"projects/p/locations/l/operations/o", "{\"schema\":1}", "o"})
        void aFileThatIsNoJournalIsNotCutOff(String text) {
            Journals.write(file, text);
            assertThatThrownBy(() -> Journals.resume(file))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage(
                            "journal " + file + ": expected it to begin like a journal, with {\"schemaVersion\":; got "
                                    + text + ". Nothing was sent, and the file is as it was");
            assertThat(file).hasContent(text);
        }

        @Test
        void halfAPlanIsNoneAndNothingWasCancelled() {
            Journals.write(file, planned("a", 1, 3), planned("b", 2, 3));
            assertThatThrownBy(() -> Journals.resume(file))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage(
                            "journal " + file
                                    + ": the process ended while it wrote the plan, so nothing was cancelled; begin again without it");
        }
    }

    /** As a kill leaves it before the first line is whole. */
    @Nested
    class WithoutASingleName {

        @ParameterizedTest
        @ValueSource(strings = {"", "{\"schemaVersion\":1,\"at\":\"2026"})
        void itCannotTellWhatIsLeft(String torn) {
            Journals.write(file, torn);
            try (CancelJournal journal = Journals.resume(file)) {
                assertThatThrownBy(journal::remaining)
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessage("journal " + file
                                + ": the process ended before it wrote down a single name, so nothing was cancelled;"
                                + " begin again, or give the same names");
            }
            CancelJournal.create(file).close();
        }

        @Test
        void aCallerThatKnowsTheNamesGoesOn() {
            Journals.write(file, "");
            try (CancelJournal journal = Journals.resume(file)) {
                assertThat(journal.remaining(Stream.of(name("a")))).containsExactly(name("a"));
            }
        }

        @Test
        void aNewOneHasNothingLeft() {
            try (CancelJournal journal = CancelJournal.create(file)) {
                assertThat(journal.remaining()).isEmpty();
            }
        }
    }

    @Nested
    class Knowing {

        @Test
        void whatWasAskedBeforeAndWhatIsLeft() {
            Journals.write(file, intent("a"), intent("b"), answer("b"), intent("c"), answer("c"), verdict("c"));
            try (CancelJournal journal = Journals.resume(file)) {
                assertThat(journal.previousRequest(name("a"))).contains(RequestStatus.AMBIGUOUS);
                assertThat(journal.previousRequest(name("b"))).contains(RequestStatus.ACCEPTED);
                assertThat(journal.previousRequest(name("d"))).isEmpty();
                assertThat(journal.remaining(Stream.of(name("c"), name("d"))))
                        .containsExactly(name("a"), name("b"), name("d"));
            }
        }

        @Test
        void aPlanComesFirstAndOnce() {
            try (CancelJournal journal = CancelJournal.create(file)) {
                journal.plan(List.of(name("a")));
                assertThatThrownBy(() -> journal.plan(List.of(name("b"))))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("journal " + file + ": a plan must be written once, before any intent");
            }
        }

        @Test
        void aPlanThatComesAfterACancelWouldSayThatItWasNot() {
            try (CancelJournal journal = CancelJournal.create(file)) {
                journal.intent(name("a")).join();
                assertThatThrownBy(() -> journal.plan(List.of(name("b"))))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("journal " + file + ": a plan must be written once, before any intent");
            }
        }

        @Test
        void aPlanOfThousandsIsWrittenWhole() {
            var names = IntStream.range(0, 2_500).mapToObj(i -> name("o-" + i)).toList();
            try (CancelJournal journal = CancelJournal.create(file)) {
                journal.plan(names);
                assertThat(journal.syncs()).isEqualTo(1);
            }
            try (CancelJournal journal = Journals.resume(file)) {
                assertThat(journal.remaining()).containsExactlyElementsOf(names);
            }
        }
    }

    @Nested
    class Writing {

        @Test
        void manyThatWaitForTheDiskShareTheWait() {
            try (CancelJournal journal = CancelJournal.create(file)) {
                CompletableFuture<?>[] intents = IntStream.range(0, 640)
                        .mapToObj(i -> journal.intent(name("o-" + i)))
                        .toArray(CompletableFuture[]::new);
                CompletableFuture.allOf(intents).join();
                assertThat(journal.syncs()).isBetween(1L, 320L);
            }
            assertThat(JournalIndex.read(file).names()).isEqualTo(640);
        }

        @Test
        void answersDoNotWaitForTheDisk() {
            try (CancelJournal journal = CancelJournal.create(file)) {
                journal.response(name("a"), RequestStatus.ACCEPTED);
                journal.failure(name("a"), new ConfigurationException("no")).join();
                assertThat(journal.syncs()).isZero();
            }
        }

        @Test
        void afterItWasClosedNothingLeaves() {
            CancelJournal journal = CancelJournal.create(file);
            journal.close();
            journal.close();
            assertThatThrownBy(() -> journal.intent(name("a")).join())
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("journal " + file + " is closed, so nothing more is sent");
        }
    }
}
