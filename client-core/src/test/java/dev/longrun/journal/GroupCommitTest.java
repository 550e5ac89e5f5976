// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.longrun.error.ConfigurationException;
import dev.longrun.rpc.ClientThreads;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the callers that wait for a line that cannot be written. */
@Timeout(20)
class GroupCommitTest {
    /** Has never room. */
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    Path directory;

    private JournalFile file(FileChannel channel) throws IOException {
        return new JournalFile(Path.of("j"), channel, JournalLock.open(directory.resolve("locked"), true));
    }

    @Test
    void onAFullDiskEachIsToldSo() throws IOException {
        assumeTrue(Files.exists(FULL));
        try (FileChannel channel = FileChannel.open(FULL, WRITE)) {
            GroupCommit lines = new GroupCommit(file(channel), ClientThreads.single("journal"));
            for (String line : new String[] {"first", "second"}) {
                assertThatThrownBy(() -> lines.write(line.getBytes(UTF_8), true).get(10, TimeUnit.SECONDS))
                        .cause()
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessage("journal j cannot be written, so nothing more is sent: No space left on device."
                                + " Make room or move the journal, then resume");
            }
            assertThatThrownBy(lines::close).isInstanceOf(IOException.class).hasMessage("No space left on device");
        }
    }

    @Test
    void soTheyAreOfAnUnforeseenFailure() throws IOException {
        try (FileChannel readOnly = FileChannel.open(Files.createFile(directory.resolve("j")), READ)) {
            GroupCommit lines = new GroupCommit(file(readOnly), ClientThreads.single("journal"));
            assertThatThrownBy(() -> lines.write("first".getBytes(UTF_8), true).get(10, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(NonWritableChannelException.class.getName());
            assertThatThrownBy(lines::close).isInstanceOf(IOException.class);
        }
    }

    @Test
    void behindAFrozenDiskOnlySoManyBytesWait() throws Exception {
        Path path = Files.createFile(directory.resolve("j"));
        try (FrozenDisk disk = new FrozenDisk(FileChannel.open(path, WRITE))) {
            GroupCommit lines = new GroupCommit(file(disk), ClientThreads.single("journal"), 1_000);
            byte[] line = "x".repeat(100).getBytes(UTF_8);
            List<CompletableFuture<Void>> intents = new ArrayList<>();
            while (intents.stream().noneMatch(CompletableFuture::isCompletedExceptionally)) {
                intents.add(lines.write(line, true));
                assertThat(intents).hasSizeLessThan(12);
            }
            assertThat(intents).hasSizeGreaterThan(10);
            assertThatThrownBy(intents.get(intents.size() - 1)::join)
                    .cause()
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("journal j: the disk does not respond, and 1000 bytes wait for it,"
                            + " so nothing more is sent");
            CompletableFuture<Void> outcome = lines.write(line, false);
            disk.thaw();
            outcome.join();
            lines.write(line, true).join();
            lines.close();
        }
        assertThat(path).hasSize((10 + 1 + 1) * 100);
    }

    @Test
    void aLineThatIsWrittenMakesRoomForTheOneThatFollowsIt() throws IOException {
        Path path = directory.resolve("j");
        try (FileChannel channel = FileChannel.open(Files.createFile(path), WRITE)) {
            GroupCommit lines = new GroupCommit(file(channel), ClientThreads.single("journal"), 10);
            byte[] line = "x".repeat(10).getBytes(UTF_8);
            lines.write(line, true).thenCompose(done -> lines.write(line, true)).join();
            lines.close();
        }
        assertThat(path).hasSize(20);
    }

    @Test
    void aThreadThatCannotStartIsTheFailureOfItsLineAlone() throws IOException {
        ExecutorService writer = ClientThreads.single("journal");
        Path file = directory.resolve("j");
        try (FileChannel channel = FileChannel.open(Files.createFile(file), WRITE)) {
            OutOfMemoryError noThread = new OutOfMemoryError("unable to create native thread");
            boolean[] fails = {true};
            GroupCommit lines = new GroupCommit(file(channel), new ForwardingTasks(task -> {
                if (fails[0]) {
                    throw noThread;
                }
                writer.execute(task);
            }));
            assertThatThrownBy(() -> lines.write("first".getBytes(UTF_8), true)).isSameAs(noThread);
            fails[0] = false;
            lines.write("second".getBytes(UTF_8), true).join();
            lines.close();
        }
        assertThat(file).hasContent("second");
    }

    @Test
    void anExecutorMayRunTheTaskAtOnce() throws IOException {
        Path file = directory.resolve("j");
        try (FileChannel channel = FileChannel.open(Files.createFile(file), WRITE)) {
            GroupCommit lines = new GroupCommit(file(channel), new ForwardingTasks(Runnable::run));
            assertThat(lines.write("first".getBytes(UTF_8), true)).isCompleted();
            lines.close();
        }
        assertThat(file).hasContent("first");
    }

    /** An executor of one method. */
    private static final class ForwardingTasks extends AbstractExecutorService {
        private final Executor executor;

        ForwardingTasks(Executor executor) {
            this.executor = executor;
        }

        @Override
        public void execute(Runnable task) {
            executor.execute(task);
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return false;
        }
    }
}
