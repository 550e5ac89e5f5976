// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.longrun.error.NotSentException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps a journal for this process alone, by a lock on an empty file beside it. The lock goes with the process, however
 * that ends; the file stays, as whoever deletes it might delete what another is just about to lock.
 *
 * <p>It is not the journal that is locked: POSIX takes all locks on a file from a process that closes any descriptor of
 * it, so whoever read the journal in the process that has it, as with {@link JournalIndex#read}, would let others in.
 */
final class JournalLock implements AutoCloseable {
    /** Asked before the file is opened, as to open and close it once more would lose the lock as well. */
    private static final Map<Path, JournalLock> HELD = new HashMap<>();

    private final Path file;
    private final FileChannel channel;

    private JournalLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * @throws NotSentException if another has it
     * @throws IOException if there can be no such file, or no lock on it
     */
    static JournalLock take(Path journal) throws IOException {
        Path file = beside(journal);
        synchronized (HELD) {
            if (HELD.containsKey(file)) {
                throw inUse(journal);
            }
            FileChannel channel = FileChannel.open(file, WRITE, CREATE);
            if (!isLocked(channel)) {
                channel.close();
                throw inUse(journal);
            }
            JournalLock lock = new JournalLock(file, channel);
            HELD.put(file, lock);
            return lock;
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException anotherClassLoader) {
            return false;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** One name for one file, however it was given: both sides of a symbolic link have the same lock. */
    private static Path beside(Path journal) throws IOException {
        Path real = Files.exists(journal)
                ? journal.toRealPath()
                : journal.toAbsolutePath().resolveSibling(".").toRealPath().resolve(journal.getFileName());
        return real.resolveSibling("." + real.getFileName() + ".lock");
    }

    private static NotSentException inUse(Path journal) {
        return new NotSentException(
                "journal " + journal
                        + " is in use by another process; one journal has one writer at a time. Wait for it to end, or give this run a journal of its own and merge them afterwards");
    }

    @Override
    public void close() {
        synchronized (HELD) {
            try {
                channel.close();
            } catch (IOException unlockedAllTheSame) {
                // Nothing was written that could be lost.
            }
            HELD.remove(file, this);
        }
    }
}
