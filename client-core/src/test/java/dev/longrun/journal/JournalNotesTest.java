// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import static dev.longrun.journal.Journals.FILE;
import static dev.longrun.journal.Journals.intent;
import static dev.longrun.journal.Journals.name;
import static dev.longrun.journal.Journals.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.json.JsonObject;
import dev.longrun.operation.Operation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a journal has for its readers beside what a resume needs. */
class JournalNotesTest {
    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void file() {
        file = directory.resolve("journal.jsonl");
    }

    private static List<JournalLine> lines(Path journal) {
        List<JournalLine> lines = new ArrayList<>();
        JournalIndex.read(List.of(journal), lines::add);
        return lines;
    }

    private static Operation running(String id, boolean noted) {
        return Operation.read(
                name(id),
                JsonObject.parse(
                        "{\"name\":\"" + name(id).value() + "\",\"metadata\":{\"cancelRequested\":" + noted + "}}"));
    }

    @Test
    void standInTheNextLineOnly() {
        try (CancelJournal journal = CancelJournal.create(file)) {
            journal.note("command", "lro cancel a b");
            journal.note("reason", "access_token=ya29.a-secret-12345");
            journal.plan(List.of(name("a"), name("b")));
        }
        List<JournalLine> lines = lines(file);
        assertThat(lines.get(0).notes())
                .containsEntry("command", "lro cancel a b")
                .containsOnlyKeys("command", "reason");
        assertThat(lines.get(0).notes().get("reason")).contains("[hidden]");
        assertThat(lines.get(1).notes()).isEmpty();
    }

    @Test
    void ofAResumeStandInItsFirstLine() {
        Journals.write(file, intent("a"));
        try (CancelJournal journal = CancelJournal.resume(file, (service, version) -> FILE)) {
            journal.note("command", "lro cancel --resume");
            journal.intent(name("a")).join();
        }
        assertThat(lines(file))
                .extracting(line -> line.notes().get("command"))
                .containsExactly(null, "lro cancel --resume");
    }

    @Test
    void areKeptWhenJournalsAreMerged() {
        Path other = directory.resolve("other.jsonl");
        try (CancelJournal journal = CancelJournal.create(file)) {
            journal.note("command", "one");
            journal.plan(List.of(name("a"), name("b")));
        }
        try (CancelJournal journal = CancelJournal.create(other)) {
            journal.note("command", "other");
            journal.intent(name("c")).join();
        }
        Path all = directory.resolve("all.jsonl");
        JournalIndex merged = JournalIndex.merge(List.of(file, other), all);
        assertThat(merged.names()).isEqualTo(3);
        assertThat(lines(all)).extracting(line -> line.notes().get("command")).containsExactly("one", null, "other");
    }

    @Test
    void cannotTakeTheFieldsOfTheJournal() {
        try (CancelJournal journal = CancelJournal.create(file)) {
            assertThatThrownBy(() -> journal.note("event", "outcome"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a note must have a field of its own; got event");
        }
    }

    @Test
    void aNotedCancelAddsNoLine() {
        try (CancelJournal journal = CancelJournal.create(file)) {
            journal.intent(name("a")).join();
            journal.saw(running("a", false));
            journal.saw(running("a", true));
            assertThat(journal.syncs()).isEqualTo(1);
        }
        assertThat(lines(file)).hasSize(1);
    }

    @Test
    void resultsSayWhatIsKnownOfEachName() {
        Journals.write(file, intent("a"), verdict("a"), intent("b"));
        List<JournalResult> results = JournalIndex.read(file).results().toList();
        assertThat(results).extracting(JournalResult::isSettled).containsExactly(true, false);
        assertThat(results.get(1).fullName()).isEqualTo(name("b").fullName());
        assertThat(results.get(1).isAsked()).isTrue();
    }
}
