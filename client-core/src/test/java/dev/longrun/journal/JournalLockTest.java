// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import static dev.longrun.journal.Journals.intent;
import static dev.longrun.journal.Journals.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.error.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The lock against other processes. */
@Timeout(60)
class JournalLockTest {
    private static final String IN_USE = "is in use by another process";

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void file() {
        file = directory.resolve("journal.jsonl");
        Journals.write(file, intent("a"));
    }

    @Test
    void aHardLinkIsTheSameJournal() throws IOException {
        Path link = Files.createLink(directory.resolve("link.jsonl"), file);
        try (CancelJournal journal = Journals.resume(file)) {
            assertThat(journal.contents().names()).isEqualTo(1);
            assertThat(JournalHolder.tried(link)).contains(IN_USE);
        }
        assertThat(JournalHolder.tried(link)).isEqualTo(JournalHolder.OPENED);
    }

    @Test
    void aJournalThatThisProcessReadsMeanwhileStaysLocked() throws IOException {
        Path link = Files.createLink(directory.resolve("link.jsonl"), file);
        try (CancelJournal journal = Journals.resume(file)) {
            assertThat(JournalIndex.read(link).names()).isEqualTo(1);
            JournalIndex.merge(List.of(link), directory.resolve("merged.jsonl"));
            assertThatThrownBy(() -> Journals.resume(link)).hasMessageContaining(IN_USE);
            assertThatThrownBy(() -> CancelJournal.create(link)).hasMessageContaining(IN_USE);
            assertThat(JournalHolder.tried(file)).contains(IN_USE);
            journal.intent(name("b")).join();
        }
        assertThat(JournalIndex.read(file).names()).isEqualTo(2);
    }

    /** POSIX: the close of any descriptor of the file releases the lock. */
    @Test
    void aLockThatTheApplicationReleasedIsTakenAgainBeforeTheNextLine() throws IOException {
        try (CancelJournal journal = Journals.resume(file)) {
            assertThat(Files.readAllLines(file)).hasSize(1);
            journal.intent(name("b")).join();
            assertThat(JournalHolder.tried(file)).contains(IN_USE);
        }
    }

    @Test
    void nothingIsWrittenAfterAnotherProcessTookAReleasedLock() throws IOException {
        CancelJournal journal = Journals.resume(file);
        assertThat(Files.readAllLines(file)).hasSize(1);
        try (JournalHolder other = JournalHolder.start(file)) {
            assertThat(other.said()).isEqualTo(JournalHolder.OPENED);
            assertThatThrownBy(() -> journal.intent(name("b")).join())
                    .cause()
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("journal " + file
                            + " cannot be written, so nothing more is sent: another process has opened it."
                            + " Wait for that process to end, then resume");
            assertThatThrownBy(journal::close).hasMessageContaining("may lack its last lines");
            assertThat(file).hasContent(intent("a"));
        }
    }

    @Test
    void aFileThatIsNoJournalIsLeftAsItIs() throws IOException {
        Path other = Files.writeString(directory.resolve("passwd"), "root:x:0:0:root:/root:/bin/sh\n");
        assertThatThrownBy(() -> CancelJournal.create(other)).hasMessageContaining("a new run needs a new file");
        assertThatThrownBy(() -> Journals.resume(other)).hasMessageContaining("line 1");
        assertThat(other).hasContent("root:x:0:0:root:/root:/bin/sh\n");
        try (var left = Files.list(directory)) {
            assertThat(left).containsExactlyInAnyOrder(file, other);
        }
    }
}
