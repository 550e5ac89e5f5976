// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.longrun.error.NotSentException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens the file of a journal for this process alone. The lock goes with the process, however that ends. */
final class JournalFile {
    /** Where locks are binding for readers too, the lines stay readable. */
    private static final long FAR_BEYOND_ANY_LINE = Long.MAX_VALUE - 1;

    private JournalFile() {}

    static FileChannel create(Path file) {
        FileChannel channel = open(file, true);
        try {
            if (channel.size() > 0) {
                throw new NotSentException("journal " + file + " exists and has " + channel.size()
                        + " bytes; a new run needs a new file. Resume it instead, or give another name");
            }
            forceDirectory(file);
            return channel;
        } catch (IOException e) {
            throw close(channel, cannotOpen(file, e));
        } catch (NotSentException e) {
            throw close(channel, e);
        }
    }

    /** Reads what there is and cuts off a torn last line. */
    static FileChannel resume(Path file, JournalContents contents) {
        FileChannel channel = open(file, false);
        try {
            long whole = JournalReader.read(file, (entry, line) -> contents.add(entry));
            channel.truncate(whole);
            channel.position(whole);
            return channel;
        } catch (IOException e) {
            throw close(channel, cannotOpen(file, e));
        } catch (NotSentException e) {
            throw close(channel, e);
        }
    }

    private static FileChannel open(Path file, boolean mayCreate) {
        FileChannel channel;
        try {
            channel = mayCreate ? FileChannel.open(file, READ, WRITE, CREATE) : FileChannel.open(file, READ, WRITE);
        } catch (NoSuchFileException e) {
            throw new NotSentException(
                    "journal " + file + ": there is no such "
                            + (mayCreate ? "directory" : "file to resume; a new run creates one"),
                    e);
        } catch (IOException e) {
            throw cannotOpen(file, e);
        }
        if (lock(file, channel) == null) {
            throw close(
                    channel,
                    new NotSentException(
                            "journal " + file
                                    + " is in use by another process; one journal has one writer at a time. Wait for it to end, or give this run a journal of its own and merge them afterwards"));
        }
        return channel;
    }

    private static @Nullable FileLock lock(Path file, FileChannel channel) {
        try {
            return channel.tryLock(FAR_BEYOND_ANY_LINE, 1, false);
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        } catch (IOException e) {
            throw close(channel, cannotOpen(file, e));
        }
    }

    /** The file's entry in its directory has to survive too; systems that cannot do that keep it anyway. */
    private static void forceDirectory(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(directory, READ)) {
            channel.force(true);
        } catch (IOException notHere) {
            // Windows does not let a directory be opened.
        }
    }

    private static NotSentException cannotOpen(Path file, IOException e) {
        return new NotSentException("journal " + file + ": cannot be opened: " + e, e);
    }

    static NotSentException close(FileChannel channel, NotSentException cause) {
        try {
            channel.close();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
        return cause;
    }
}
