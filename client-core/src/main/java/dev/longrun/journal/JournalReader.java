// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import dev.longrun.error.ConfigurationException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.BiConsumer;

/** Reads the lines of a journal as a stream, in memory of a buffer and the longest line. */
final class JournalReader {
    /** Four mebibytes: more than a journal writes, as it leaves out long operations. */
    static final int LONGEST_LINE = 4 << 20;

    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private final JournalParser parser;
    private final BiConsumer<JournalEntry, byte[]> lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long number;
    private long whole;

    private JournalReader(FileChannel channel, Path file, BiConsumer<JournalEntry, byte[]> lines) {
        this.channel = channel;
        this.parser = new JournalParser(file.toString());
        this.lines = lines;
    }

    /**
     * Passes on each entry in order, with the line from which it was read.
     *
     * @throws ConfigurationException if the file cannot be read or is not a journal, or a whole line is damaged
     */
    static void read(Path file, BiConsumer<JournalEntry, byte[]> lines) {
        try {
            JournalLock.checkRegular(file);
            FileChannel held = JournalLock.heldChannel(file);
            if (held != null) { // closing another channel would release the lock
                read(held, file, lines);
                return;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                read(channel, file, lines);
            }
        } catch (IOException e) {
            throw new ConfigurationException("journal " + file + ": cannot be read: " + e, e);
        }
    }

    /**
     * As {@link #read(Path, BiConsumer)}. The position of the channel stays.
     *
     * @return the number of bytes of the whole lines; the bytes after them are a torn line
     */
    static long read(FileChannel channel, Path file, BiConsumer<JournalEntry, byte[]> lines) throws IOException {
        return new JournalReader(channel, file, lines).read();
    }

    private long read() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        long position = 0;
        for (int count = channel.read(buffer, position); count > 0; count = channel.read(buffer, position)) {
            position += count;
            split(buffer.array(), count);
            buffer.clear();
        }
        parser.checkTorn(line.toByteArray(), number + 1);
        return whole;
    }

    private void split(byte[] bytes, int count) {
        int begin = 0;
        for (int i = 0; i < count; i++) {
            if (bytes[i] == '\n') {
                append(bytes, begin, i);
                end();
                begin = i + 1;
            }
        }
        append(bytes, begin, count);
    }

    private void append(byte[] bytes, int begin, int end) {
        if (line.size() + end - begin > LONGEST_LINE) {
            throw parser.tooLong(line.toByteArray(), number + 1);
        }
        line.write(bytes, begin, end - begin);
    }

    private void end() {
        byte[] text = line.toByteArray();
        lines.accept(parser.parse(text, ++number), text);
        whole += text.length + 1L;
        line.reset();
    }
}
