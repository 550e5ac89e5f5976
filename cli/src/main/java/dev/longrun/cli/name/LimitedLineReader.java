// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.name;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Reads lines of UTF-8 up to a limit, as a file without line ends must not fill the memory. Not thread-safe. */
final class LimitedLineReader {
    /** The limit of a line with a name, in characters. */
    static final int NAME = 64 << 10;

    /** The limit of a line with a JSON object: an operation that the client could read fits into it. */
    static final int OBJECT = 17 << 20;

    private final Reader in;
    private boolean afterReturn;

    LimitedLineReader(InputStream in) {
        this.in = new BufferedReader(new InputStreamReader(in, UTF_8));
    }

    /**
     * The next line without its end, or null after the last one.
     *
     * @throws IllegalArgumentException if the line is too long; no further line can be read then
     */
    @Nullable
    String next() throws IOException {
        StringBuilder line = new StringBuilder();
        int c = first();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n' && c != '\r'; c = in.read()) {
            if (line.length() == OBJECT || line.length() == NAME && !isObject(line)) {
                throw new IllegalArgumentException("the line has no end within " + line.length()
                        + " characters; expected one name a line, or one object");
            }
            line.append((char) c);
        }
        afterReturn = c == '\r';
        return line.toString();
    }

    private static boolean isObject(StringBuilder line) {
        return line.toString().stripLeading().startsWith("{");
    }

    /** The first character that is not the second half of the line end {@code \r\n}. */
    private int first() throws IOException {
        int c = in.read();
        return afterReturn && c == '\n' ? in.read() : c;
    }
}
