// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.longrun.error.ConfigurationException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Locks a journal for one writer, by a lock on an empty file beside it. The lock ends with the process. The file stays:
 * deleting it could delete the file that another process is about to lock.
 *
 * <p>The journal itself is not locked, because POSIX releases all locks of a process on a file when the process closes
 * any descriptor of that file: {@link JournalIndex#read} in the writing process would release the lock.
 */
final class JournalLock implements AutoCloseable {
    /** The locks of this process. Opening a locked file a second time and closing it would release the lock. */
    private static final Map<Path, JournalLock> HELD = new HashMap<>();

    private final Path file;
    private final FileChannel channel;

    private JournalLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * @throws ConfigurationException if another writer has the journal
     * @throws IOException if the file cannot be created or locked
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

    /** The same file for both sides of a symbolic link. */
    private static Path beside(Path journal) throws IOException {
        Path real = Files.exists(journal)
                ? journal.toRealPath()
                : journal.toAbsolutePath().resolveSibling(".").toRealPath().resolve(journal.getFileName());
        return real.resolveSibling("." + real.getFileName() + ".lock");
    }

    private static ConfigurationException inUse(Path journal) {
        return new ConfigurationException(
                "journal " + journal
                        + " is in use by another process; one journal has one writer at a time. Wait for that process to end, or use another journal and merge the two afterwards");
    }

    @Override
    public void close() {
        synchronized (HELD) {
            try {
                channel.close();
            } catch (IOException ignored) {
                // Nothing was written that could be lost.
            }
            HELD.remove(file, this);
        }
    }
}
