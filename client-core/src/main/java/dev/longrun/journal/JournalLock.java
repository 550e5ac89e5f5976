// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.longrun.error.ConfigurationException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Locks a journal for one writer. The locks are on the file itself, so that they hold under each of its names; they end
 * with the process.
 *
 * <p>POSIX releases all locks of a process on a file when the process closes any descriptor of that file. Therefore one
 * channel of a process reads and writes a journal, and {@link #renew} takes the lock again that a descriptor of the
 * application may have released. Another process can open the journal between the release and the next write; then that
 * write fails, and so does each later one. A lock on a second descriptor would be released with the first.
 */
final class JournalLock implements AutoCloseable {
    /** By the file's identity, which is the same under all of its names. */
    private static final Map<Object, JournalLock> HELD = new ConcurrentHashMap<>();

    /** Behind the end of each journal: on Windows the bytes of a lock cannot be read. */
    private static final long OWNER = 1L << 62;

    /** Held while the other lock is renewed. A process that opens the journal asks for it first. */
    private static final long GUARD = OWNER + 1;

    private final FileChannel channel;
    private final Object identity;

    @SuppressWarnings("unused") // held until the channel is closed
    private final FileLock guard;

    private FileLock owner; // guarded by this

    /** Another process has the journal now. */
    static final class LostException extends IOException {
        private static final long serialVersionUID = 1L;

        LostException() {
            super("another process has opened it");
        }
    }

    private JournalLock(FileChannel channel, Object identity, FileLock guard, FileLock owner) {
        this.channel = channel;
        this.identity = identity;
        this.guard = guard;
        this.owner = owner;
    }

    /**
     * Opens a journal for reading and writing.
     *
     * @throws ConfigurationException if it has another writer or is no regular file
     * @throws IOException if it cannot be opened or locked
     */
    static synchronized JournalLock open(Path journal, boolean mayCreate) throws IOException {
        if (Files.exists(journal)) {
            checkRegular(journal);
            if (HELD.containsKey(identity(journal))) { // before it is opened, as the close would release the lock
                throw inUse(journal);
            }
        }
        FileChannel channel =
                mayCreate ? FileChannel.open(journal, READ, WRITE, CREATE) : FileChannel.open(journal, READ, WRITE);
        try {
            FileLock guard = locked(channel, GUARD);
            FileLock owner = guard == null ? null : locked(channel, OWNER);
            if (guard == null || owner == null) {
                throw inUse(journal);
            }
            JournalLock lock = new JournalLock(channel, identity(journal), guard, owner);
            HELD.put(lock.identity, lock);
            return lock;
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

    /** The channel of the journal's writer, if this process is the writer. */
    static @Nullable FileChannel heldChannel(Path journal) throws IOException {
        JournalLock held = HELD.get(identity(journal));
        return held == null ? null : held.channel;
    }

    /** @throws ConfigurationException for a directory, a device or a pipe, which may block or have no end */
    static void checkRegular(Path journal) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(journal, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new ConfigurationException("journal " + journal + ": expected a regular file; got a "
                    + (attributes.isDirectory() ? "directory" : "device or pipe"));
        }
    }

    FileChannel channel() {
        return channel;
    }

    /**
     * Takes the lock again.
     *
     * @throws LostException if another process took it in between
     */
    synchronized void renew() throws IOException {
        owner.release();
        FileLock renewed = locked(channel, OWNER);
        if (renewed == null) {
            throw new LostException();
        }
        owner = renewed;
    }

    private static @Nullable FileLock locked(FileChannel channel, long at) throws IOException {
        try {
            return channel.tryLock(at, 1, false);
        } catch (OverlappingFileLockException thisProcess) { // by another class loader
            return null;
        }
    }

    private static Object identity(Path journal) throws IOException {
        Object key = Files.readAttributes(journal, BasicFileAttributes.class).fileKey();
        return key == null ? journal.toRealPath() : List.of(journal.getFileSystem(), key); // Windows has no key
    }

    private static ConfigurationException inUse(Path journal) {
        return new ConfigurationException(
                "journal " + journal
                        + " is in use by another process; one journal has one writer at a time. Wait for that process to end, or use another journal and merge the two afterwards");
    }

    /** Closes the file, which releases the locks. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException ignored) {
            // The journal closes its channel before, and reports what was lost.
        } finally {
            HELD.remove(identity, this);
        }
    }
}
