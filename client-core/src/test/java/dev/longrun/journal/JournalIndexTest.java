// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import static dev.longrun.journal.Journals.answer;
import static dev.longrun.journal.Journals.intent;
import static dev.longrun.journal.Journals.name;
import static dev.longrun.journal.Journals.old;
import static dev.longrun.journal.Journals.planned;
import static dev.longrun.journal.Journals.verdict;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.cancel.CancelOutcome.Kind;
import dev.longrun.error.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalIndexTest {
    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void file() {
        file = directory.resolve("journal.jsonl");
    }

    @Test
    void aLineSaysByItselfWhatItIsAbout() {
        assertThat(intent("o"))
                .isEqualTo("{\"schemaVersion\":2,\"at\":\"2026-01-01T00:00:00Z\",\"event\":\"intent\","
                        + "\"name\":\"projects/p/locations/l/operations/o\",\"service\":\"file.googleapis.com\","
                        + "\"version\":\"v1\",\"crc32c\":\"dd5e1623\"}\n");
    }

    @Test
    void namesWithoutAVerdictAreToDoThoseThatWereBegunFirst() {
        Journals.write(
                file,
                planned("a", 1, 3),
                planned("b", 2, 3),
                planned("c", 3, 3),
                intent("c"),
                intent("b"),
                answer("b"),
                verdict("b"));
        JournalIndex contents = JournalIndex.read(file);
        assertThat(contents.toDo()).containsExactly(JournalKey.of(name("c")), JournalKey.of(name("a")));
        assertThat(contents.counts().of(Kind.CANCELLED)).isEqualTo(1);
        assertThat(contents.names()).isEqualTo(3);
        assertThat(contents.unsettled()).isEqualTo(2);
    }

    @Nested
    class Damage {

        @Test
        void aLastLineThatWasTornOffIsNotThere() {
            String torn = intent("b");
            for (int length = 0; length < torn.length(); length++) {
                Journals.write(file, intent("a"), torn.substring(0, length));
                assertThat(JournalIndex.read(file).names())
                        .as("torn after %d", length)
                        .isEqualTo(1);
            }
        }

        @Test
        void norIsOneThatWasTornWithinALetter() throws IOException {
            byte[] torn = intent("b").replace("at", "größe").getBytes(UTF_8);
            byte[] whole = intent("a").getBytes(UTF_8);
            for (int length = 0; length < torn.length; length++) {
                byte[] left = Arrays.copyOf(whole, whole.length + length);
                System.arraycopy(torn, 0, left, whole.length, length);
                Files.write(file, left);
                try (CancelJournal journal = Journals.resume(file)) {
                    assertThat(journal.remaining()).containsExactly(name("a"));
                }
                assertThat(file).hasBinaryContent(whole);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"\u0000\u0000\u0000", "{\"sche\u0000\u0000", ""})
        void norAreTheZerosThatAPowerCutLeaves(String zeros) throws IOException {
            Journals.write(file, intent("a"), zeros);
            try (CancelJournal journal = Journals.resume(file)) {
                journal.intent(name("b")).join();
            }
            assertThat(Files.readString(file).lines()).hasSize(2);
            Journals.write(file, zeros);
            assertThat(JournalIndex.read(file).names()).isZero();
        }

        @Test
        void lineBreaksAsWindowsHasThemAreNone() {
            Journals.write(file, intent("a").replace("\n", "\r\n"), verdict("a").replace("\n", "\r\n"));
            try (CancelJournal journal = Journals.resume(file)) {
                journal.intent(name("b")).join();
            }
            assertThat(JournalIndex.read(file).toDo()).containsExactly(JournalKey.of(name("b")));
        }

        @Test
        void anyOtherDamageIsRefusedWithItsLine() {
            Journals.write(file, intent("a"), old(intent("b")).replace("\"intent\"", "\"inten"), intent("c"));
            assertThatThrownBy(() -> JournalIndex.read(file))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith("journal " + file
                            + ", line 2: expected a line that this program wrote; got damage: malformed JSON")
                    .hasMessageEndingWith(
                            "Nothing was sent; only a last line may be torn. Restore the file, or begin again without it");
        }

        @Test
        void alsoOfALastLineThatIsWhole() {
            Journals.write(file, intent("a"), "\u0000\u0000\n");
            assertThatThrownBy(() -> JournalIndex.read(file)).hasMessageContaining("line 2");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        "event":"intent"  | "event":"inventory" | unknown event "inventory"
                        "schemaVersion":1 | "schemaVersion":3   | schemaVersion must be 1 or 2; got 3
                        "schemaVersion":1 | "schemaVersion":2   | no checksum at its end
                        "version":"v1"    | "varsion":"v1"      | no version
                        """)
        void saysWhatIsWrongWithALine(String right, String wrong, String what) {
            Journals.write(file, old(intent("a")).replace(right, wrong));
            assertThatThrownBy(() -> JournalIndex.read(file)).hasMessageContaining(what);
        }

        @Test
        void aFileThatIsNotThereIsNoJournal() {
            assertThatThrownBy(() -> JournalIndex.read(file))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith("journal " + file + ": cannot be read: ");
        }
    }

    @Nested
    class Merged {
        private Path part(String name, String... lines) {
            Path part = directory.resolve(name);
            Journals.write(part, lines);
            return part;
        }

        @Test
        void journalsAreOneThatCanBeResumed() {
            Path one = part("0.jsonl", planned("a", 1, 2), planned("b", 2, 2), intent("a"), verdict("a"), intent("b"));
            Path other = part("1.jsonl", planned("c", 1, 1), intent("c"), verdict("c"), "{\"torn");
            JournalIndex merged = JournalIndex.merge(List.of(one, other), file);
            assertThat(merged.isPlanComplete()).isTrue();
            assertThat(merged.names()).isEqualTo(3);
            assertThat(merged.counts().of(Kind.CANCELLED)).isEqualTo(2);
            try (CancelJournal journal = Journals.resume(file)) {
                assertThat(journal.remaining()).containsExactly(name("b"));
            }
        }

        @Test
        void journalsDoNotOverwrite() {
            Path one = part("0.jsonl", intent("a"));
            assertThatThrownBy(() -> JournalIndex.merge(List.of(one), one))
                    .hasMessage("journal " + one + " exists; merged journals need a new file");
        }

        @Test
        void whatACrashedMergeLeftBehindIsNotInTheWay() throws IOException {
            Path one = part("0.jsonl", intent("a"));
            Files.writeString(file.resolveSibling(file.getFileName() + ".part"), "torn");
            assertThat(JournalIndex.merge(List.of(one), file).names()).isEqualTo(1);
        }

        @Test
        void journalsDoNotOverwriteWhatAnotherHasBegun() throws IOException {
            Path one = part("0.jsonl", intent("a"));
            try (CancelJournal begun = CancelJournal.create(file)) {
                assertThat(begun.contents().names()).isZero();
                assertThatThrownBy(() -> JournalIndex.merge(List.of(one), file))
                        .hasMessage("journal " + file + " exists; merged journals need a new file");
            }
            try (Stream<Path> left = Files.list(directory)) {
                assertThat(left).containsExactlyInAnyOrder(one, file);
            }
        }

        @Test
        void nothingButTheJournalIsLeftOfAMerge() throws IOException {
            Path one = part("0.jsonl", intent("a"));
            JournalIndex.merge(List.of(one), file);
            try (Stream<Path> left = Files.list(directory)) {
                assertThat(left).containsExactlyInAnyOrder(one, file);
            }
        }

        @Test
        void journalsNeedADirectoryAndLeaveNothingElse() {
            Path one = part("0.jsonl", intent("a"));
            Path nowhere = directory.resolve("nowhere").resolve("all.jsonl");
            assertThatThrownBy(() -> JournalIndex.merge(List.of(one), nowhere))
                    .hasMessage("journal " + nowhere + ": there is no such directory");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "{\"schemaVersion\":1,\"at\":\"2026"})
        void aJournalWithoutASingleNameIsNamed(String torn) {
            Path whole = part("0.jsonl", planned("a", 1, 1));
            Path none = part("1.jsonl", torn);
            assertThatThrownBy(() -> JournalIndex.merge(List.of(whole, none), file))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage(
                            "journal " + none
                                    + ": the process ended before it wrote down a single name, so nothing was cancelled; leave it out");
            assertThat(file).doesNotExist();
        }

        @Test
        void halfAPlanIsNamed() {
            Path half = part("0.jsonl", planned("a", 1, 2));
            assertThatThrownBy(() -> JournalIndex.merge(List.of(half), file))
                    .hasMessage("journal " + half
                            + ": the process ended while it wrote the plan, so nothing was cancelled; leave it out");
            assertThat(file).doesNotExist();
        }
    }
}
