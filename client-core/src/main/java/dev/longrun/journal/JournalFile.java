// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.longrun.error.ConfigurationException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The file of a journal, open at its end and locked for this process. */
record JournalFile(Path path, FileChannel channel, JournalLock lock) implements AutoCloseable {

    static JournalFile create(Path path) {
        JournalFile file = open(path, true);
        try {
            long size = file.channel().size();
            if (size > 0) {
                throw new ConfigurationException("journal " + path + " exists and has " + size
                        + " bytes; a new run needs a new file. Resume it instead, or give another name");
            }
            forceDirectory(path);
            return file;
        } catch (IOException e) {
            throw file.closedFor(cannotOpen(path, e));
        } catch (ConfigurationException e) {
            throw file.closedFor(e);
        }
    }

    /** Reads the entries and cuts off a torn last line. */
    static JournalFile resume(Path path, JournalIndex contents) {
        JournalFile file = open(path, false);
        try {
            long whole = JournalReader.read(path, (entry, line) -> contents.add(entry));
            file.channel().truncate(whole);
            file.channel().position(whole);
            return file;
        } catch (IOException e) {
            throw file.closedFor(cannotOpen(path, e));
        } catch (ConfigurationException e) {
            throw file.closedFor(e);
        }
    }

    private static JournalFile open(Path path, boolean mayCreate) {
        try {
            FileChannel channel =
                    mayCreate ? FileChannel.open(path, READ, WRITE, CREATE) : FileChannel.open(path, READ, WRITE);
            try {
                return new JournalFile(path, channel, JournalLock.take(path));
            } catch (IOException | ConfigurationException e) {
                channel.close();
                throw e;
            }
        } catch (NoSuchFileException e) {
            throw new ConfigurationException(
                    "journal " + path + ": there is no such "
                            + (mayCreate ? "directory" : "file to resume; a new run creates one"),
                    e);
        } catch (IOException e) {
            throw cannotOpen(path, e);
        }
    }

    /** Forces the file's entry in its directory to the disk, on systems that can. */
    static void forceDirectory(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(directory, READ)) {
            channel.force(true);
        } catch (IOException notSupported) {
            // Windows does not let a directory be opened.
        }
    }

    private static ConfigurationException cannotOpen(Path path, IOException e) {
        return new ConfigurationException("journal " + path + ": cannot be opened: " + e, e);
    }

    /** Closes the file and returns the cause, to be thrown. */
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
