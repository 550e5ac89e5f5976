// SPDX-License-Identifier: Apache-2.0
package dev.longrun.mcp.stdio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.Optional;

/** Reads lines of UTF-8. A line that is too long is passed over to its end, and kept nowhere. Not thread-safe. */
final class LineReader {
    private final Reader in;
    private final int limit;

    /** @param limit of a line, in characters */
    LineReader(InputStream in, int limit) {
        this.in = new BufferedReader(new InputStreamReader(in, UTF_8));
        this.limit = limit;
    }

    /** A line of the input. */
    sealed interface InboundLine {

        /** Its text without its end; what is before the end of the input is a line too. */
        record Complete(String text) implements InboundLine {}

        /** More characters than the limit. */
        record TooLong(int limit) implements InboundLine {}
    }

    /** The next line; empty at the end of the input. */
    Optional<InboundLine> next() throws IOException {
        StringBuilder text = new StringBuilder();
        long length = 0;
        int c = in.read();
        if (c < 0) {
            return Optional.empty();
        }
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (length++ < limit) {
                text.append((char) c);
            }
        }
        return Optional.of(length > limit ? new InboundLine.TooLong(limit) : new InboundLine.Complete(text.toString()));
    }
}
