// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.longrun.error.NotSentException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The file of a journal, open at its end, for this process alone. */
record JournalFile(Path path, FileChannel channel, JournalLock lock) implements AutoCloseable {

    static JournalFile create(Path path) {
        JournalFile file = open(path, true);
        try {
            long size = file.channel().size();
            if (size > 0) {
                throw new NotSentException("journal " + path + " exists and has " + size
                        + " bytes; a new run needs a new file. Resume it instead, or give another name");
            }
            forceDirectory(path);
            return file;
        } catch (IOException e) {
            throw file.closedFor(cannotOpen(path, e));
        } catch (NotSentException e) {
            throw file.closedFor(e);
        }
    }

    /** Reads what there is and cuts off a torn last line. */
    static JournalFile resume(Path path, JournalIndex contents) {
        JournalFile file = open(path, false);
        try {
            long whole = JournalReader.read(path, (entry, line) -> contents.add(entry));
            file.channel().truncate(whole);
            file.channel().position(whole);
            return file;
        } catch (IOException e) {
            throw file.closedFor(cannotOpen(path, e));
        } catch (NotSentException e) {
            throw file.closedFor(e);
        }
    }

    private static JournalFile open(Path path, boolean mayCreate) {
        try {
            FileChannel channel =
                    mayCreate ? FileChannel.open(path, READ, WRITE, CREATE) : FileChannel.open(path, READ, WRITE);
            try {
                return new JournalFile(path, channel, JournalLock.take(path));
            } catch (IOException | NotSentException e) {
                channel.close();
                throw e;
            }
        } catch (NoSuchFileException e) {
            throw new NotSentException(
                    "journal " + path + ": there is no such "
                            + (mayCreate ? "directory" : "file to resume; a new run creates one"),
                    e);
        } catch (IOException e) {
            throw cannotOpen(path, e);
        }
    }

    /** The file's entry in its directory has to survive too; systems that cannot do that keep it anyway. */
    static void forceDirectory(Path file) {
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

    private static NotSentException cannotOpen(Path path, IOException e) {
        return new NotSentException("journal " + path + ": cannot be opened: " + e, e);
    }

    /** What is to be thrown now that others can have the file. */
    <E extends Exception> E closedFor(E cause) {
        try {
            close();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
        return cause;
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            channel.close();
        }
    }
}
