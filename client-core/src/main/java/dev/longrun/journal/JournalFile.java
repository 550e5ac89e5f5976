// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import static java.nio.file.StandardOpenOption.READ;

import dev.longrun.error.ConfigurationException;
import dev.longrun.text.Counted;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The file of a journal, open at its end and locked for this process. */
record JournalFile(Path path, FileChannel channel, JournalLock lock) implements AutoCloseable {
    private static final int CHUNK = 1 << 16;

    static JournalFile create(Path path) {
        JournalFile file = open(path, true);
        try {
            long size = file.channel().size();
            if (size > 0) {
                throw new ConfigurationException("journal " + path + " exists and has " + Counted.of(size, "byte")
                        + "; a new run needs a new file. Resume it instead, or give another name");
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
            long whole = JournalReader.read(file.channel(), path, (entry, line) -> contents.add(entry));
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
            JournalLock lock = JournalLock.open(path, mayCreate);
            return new JournalFile(path, lock.channel(), lock);
        } catch (NoSuchFileException e) {
            throw new ConfigurationException(
                    "journal " + path + ": there is no such "
                            + (mayCreate ? "directory" : "file to resume; a new run creates one"),
                    e);
        } catch (IOException e) {
            throw cannotOpen(path, e);
        }
    }

    /**
     * Appends lines, after it took the lock again. In chunks, as Java keeps a buffer of the size of the longest write.
     *
     * @throws JournalLock.LostException if another process has the journal; nothing is written
     */
    void append(Iterable<byte[]> lines) throws IOException {
        lock.renew();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        for (byte[] line : lines) {
            for (int from = 0; from < line.length; ) {
                int length = Math.min(chunk.remaining(), line.length - from);
                chunk.put(line, from, length);
                from += length;
                if (!chunk.hasRemaining()) {
                    write(chunk);
                }
            }
        }
        write(chunk);
    }

    private void write(ByteBuffer chunk) throws IOException {
        chunk.flip();
        while (chunk.hasRemaining()) {
            channel.write(chunk);
        }
        chunk.clear();
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
