// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import static dev.longrun.journal.Journals.answer;
import static dev.longrun.journal.Journals.intent;
import static dev.longrun.journal.Journals.name;
import static dev.longrun.journal.Journals.old;
import static dev.longrun.journal.Journals.sealed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.error.ConfigurationException;
import dev.longrun.error.UnreachableException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged journals, and files that never were one. */
@Timeout(60)
class JournalDamageTest {
    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void file() {
        file = directory.resolve("journal.jsonl");
    }

    @Test
    void eachBitThatFlipsIsFoundAndItsLineNamed() throws IOException {
        byte[] sound = (intent("a") + answer("a") + intent("b")).getBytes(UTF_8);
        int line = 1;
        for (int i = 0; i < sound.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] damaged = sound.clone();
                damaged[i] ^= (byte) (1 << bit);
                Files.write(file, damaged);
                assertThatThrownBy(() -> JournalIndex.read(file))
                        .as("bit %d of byte %d", bit, i)
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessageStartingWith("journal " + file + ", line " + line + ": ");
            }
            line += sound[i] == '\n' ? 1 : 0;
        }
    }

    @Test
    void aDamagedChecksumIsSaidToBeOne() {
        Journals.write(file, intent("a"), intent("b").replace("operations/b", "operations/c"));
        assertThatThrownBy(() -> JournalIndex.read(file))
                .hasMessage(
                        "journal " + file
                                + ", line 2: expected a line that this program wrote; got damage: its bytes do not have the checksum that it ends with."
                                + " Nothing was sent; only a last line may be torn. Restore the file, or begin again without it");
    }

    @Test
    void aLineWithoutAChecksumIsOfAnEarlierVersion() throws IOException {
        Journals.write(file, old(intent("a")), old(answer("a")), old(intent("b")));
        try (CancelJournal journal = Journals.resume(file)) {
            assertThat(journal.remaining()).containsExactly(name("a"), name("b"));
            journal.intent(name("c")).join();
        }
        assertThat(JournalIndex.read(file).names()).isEqualTo(3);
        assertThat(Files.readAllLines(file)).last().asString().contains("\"crc32c\":\"");
    }

    @Test
    void aNewerKindOfFieldIsCheckedAndIgnored() {
        Journals.write(file, sealed(old(intent("a")).replace("}", ",\"größe\":1}")));
        assertThat(JournalIndex.read(file).names()).isEqualTo(1);
    }

    @Test
    void zerosBeforeAWholeLineAreDamageAsLinesMayHaveBeenThere() {
        Journals.write(file, intent("a"), "\0".repeat(4096) + intent("b"));
        assertThatThrownBy(() -> JournalIndex.read(file))
                .hasMessageContaining(", line 2: ")
                .hasMessageContaining("zero bytes, as after a power failure");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"schemaVersion\":2,"})
    void zerosAtTheEndAreATornLine(String torn) throws IOException {
        Journals.write(file, intent("a"), torn + "\0".repeat(4096));
        try (CancelJournal journal = Journals.resume(file)) {
            assertThat(journal.remaining()).containsExactly(name("a"));
        }
        assertThat(file).hasContent(intent("a"));
    }

    @Test
    void zerosInPlaceOfTheLastLineBreakAreATornLine() {
        Journals.write(file, intent("a"), intent("b").replace('\n', '\0'));
        assertThat(JournalIndex.read(file).names()).isEqualTo(1);
    }

    @Test
    void aLineWithoutEndIsRefusedAfterFourMebibytes() throws IOException {
        byte[] line = new byte[JournalReader.LONGEST_LINE + 1];
        Arrays.fill(line, (byte) ' ');
        System.arraycopy(JournalEncoder.BEGINNING.getBytes(UTF_8), 0, line, 0, JournalEncoder.BEGINNING.length());
        Files.write(file, line);
        assertThatThrownBy(() -> JournalIndex.read(file))
                .hasMessageContaining(", line 1: ")
                .hasMessageContaining("more than 4194304 bytes without a line break");
    }

    /** A file with a hole takes no place on the disk. */
    @Test
    void aFileOfFiveGigabytesWithoutALineIsRefusedAtOnce() throws IOException {
        try (RandomAccessFile hole = new RandomAccessFile(file.toFile(), "rw")) {
            hole.setLength(5L << 30);
        }
        assertThatThrownBy(() -> Journals.resume(file)).hasMessageContaining("more than 4194304 bytes");
        assertThat(Files.size(file)).isEqualTo(5L << 30);
    }

    @Test
    void aDirectoryIsNoJournal() {
        assertThatThrownBy(() -> Journals.resume(directory))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("journal " + directory + ": expected a regular file; got a directory");
        assertThatThrownBy(() -> JournalIndex.read(directory)).hasMessageEndingWith("got a directory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/zero", "/dev/full", "/dev/null"})
    void norIsADevice(String device) {
        Path path = Path.of(device);
        assertThatThrownBy(() -> Journals.resume(path))
                .hasMessage("journal " + path + ": expected a regular file; got a device or pipe");
        assertThatThrownBy(() -> CancelJournal.create(path)).hasMessageEndingWith("got a device or pipe");
        assertThatThrownBy(() -> JournalIndex.read(path)).hasMessageEndingWith("got a device or pipe");
    }

    @Test
    void isNotMadeByALongMessageOrName() {
        JournalEncoder encoder = new JournalEncoder(Instant.EPOCH);
        JournalKey name = new JournalKey("file.googleapis.com", "v1", "projects/p/locations/l/operations/o", null);
        byte[] line = encoder.failure(name, new UnreachableException("x".repeat(2 * JournalReader.LONGEST_LINE)));
        assertThat(line).hasSizeLessThan(100_000);
        JournalKey longName = new JournalKey("file.googleapis.com", "v1", "x".repeat(JournalReader.LONGEST_LINE), null);
        assertThatThrownBy(() -> encoder.intent(longName, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a line of a journal must have at most 4194304 bytes; got 4194");
    }

    @Test
    void norAPipeThatNothingWritesTo() throws Exception {
        Path pipe = directory.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        assertThatThrownBy(() -> Journals.resume(pipe)).hasMessageEndingWith("got a device or pipe");
        assertThatThrownBy(() -> CancelJournal.create(pipe)).hasMessageEndingWith("got a device or pipe");
        assertThatThrownBy(() -> JournalIndex.read(pipe)).hasMessageEndingWith("got a device or pipe");
    }
}
