// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import static dev.longrun.journal.Journals.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.rpc.ClientThreads;
import dev.longrun.time.TimeSource;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class FrozenDiskTest {
    @TempDir
    Path directory;

    @Test
    void theJournalClosesWithoutItsLastLinesAndIsWholeOnceTheDiskResponds() throws Exception {
        Path file = directory.resolve("journal.jsonl");
        JournalFile opened = JournalFile.create(file);
        FrozenDisk disk = new FrozenDisk(opened.channel());
        ExecutorService writer = ClientThreads.single("journal");
        CancelJournal journal =
                CancelJournal.created(new JournalFile(file, disk, opened.lock()), TimeSource.system(), writer);
        CompletableFuture<Void> intent = journal.intent(name("a"));

        assertThatThrownBy(journal::close)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(
                        "journal " + file
                                + " may lack its last lines; a resume reads these operations again: the disk did not take them within 4 s");
        assertThat(intent).isNotDone();
        assertThatThrownBy(() -> journal.intent(name("b")).join()).hasMessageContaining("is closed");
        assertThatThrownBy(() -> Journals.resume(file)).hasMessageContaining("is in use");

        disk.thaw();
        intent.join();
        assertThat(writer.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        journal.close();
        try (CancelJournal resumed = Journals.resume(file)) {
            assertThat(resumed.previousRequest(name("a"))).contains(RequestStatus.AMBIGUOUS);
        }
    }
}
