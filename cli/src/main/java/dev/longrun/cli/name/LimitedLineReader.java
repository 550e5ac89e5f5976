// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.name;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longrun.error.NotSentException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Lines of UTF-8, none of which fills the memory: what has no line ends is no file of names. */
final class LimitedLineReader {
    static final int NAME = 64 << 10;

    /** An operation that could be read makes a line that can be read back. */
    static final int OBJECT = 17 << 20;

    private final Reader in;
    private boolean returned;

    LimitedLineReader(InputStream in) {
        this.in = new BufferedReader(new InputStreamReader(in, UTF_8));
    }

    /**
     * The next line without its end, or null after the last one.
     *
     * @throws NotSentException if it is too long; there is no going on then
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
                throw new NotSentException("the line has no end within " + line.length()
                        + " characters; expected one name a line, or one object");
            }
            line.append((char) c);
        }
        returned = c == '\r';
        return line.toString();
    }

    private static boolean isObject(StringBuilder line) {
        return line.toString().stripLeading().startsWith("{");
    }

    /** The first character that is not the second half of a line end. */
    private int first() throws IOException {
        int c = in.read();
        return returned && c == '\n' ? in.read() : c;
    }
}
