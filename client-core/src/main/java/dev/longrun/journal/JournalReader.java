// SPDX-License-Identifier: Apache-2.0
package dev.longrun.journal;

import dev.longrun.error.ConfigurationException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/** Reads the lines of a journal. */
final class JournalReader {
    private static final int BUFFER = 1 << 16;

    private JournalReader() {}

    /**
     * Passes on each entry in order, with the line from which it was read.
     *
     * @return the number of bytes of the whole lines; the bytes after them are a torn line
     * @throws ConfigurationException if the file cannot be read or is not a journal, or a whole line is damaged
     */
    static long read(Path file, BiConsumer<JournalEntry, byte[]> lines) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            return read(in, new JournalParser(file.toString()), lines);
        } catch (IOException e) {
            throw new ConfigurationException("journal " + file + ": cannot be read: " + e, e);
        }
    }

    private static long read(InputStream in, JournalParser parser, BiConsumer<JournalEntry, byte[]> lines)
            throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long whole = 0;
        long number = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next != '\n') {
                line.write(next);
                continue;
            }
            byte[] bytes = line.toByteArray();
            lines.accept(parser.parse(bytes, ++number), bytes);
            whole += line.size() + 1;
            line.reset();
        }
        if (number == 0) {
            parser.checkTorn(line.toByteArray());
        }
        return whole;
    }
}
