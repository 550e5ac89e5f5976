// SPDX-License-Identifier: Apache-2.0
package dev.longrun.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The text of one JSON value, as a part of the array that the whole document came in. Equal when the texts are. */
final class Slice {

    final byte[] bytes;
    final int start;
    final int end;

    Slice(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
    }

    Slice detached() {
        return new Slice(Arrays.copyOfRange(bytes, start, end), 0, length());
    }

    int length() {
        return end - start;
    }

    /**
     * Tells the kind of value: a brace, a bracket, a quote, a sign, a digit, or the first letter of true, false or
     * null.
     */
    char first() {
        return (char) bytes[start];
    }

    JsonParser parser() throws IOException {
        return Limits.FACTORY.createParser(bytes, start, length());
    }

    /** The characters of a string, its escapes resolved; empty when this is no string. */
    Optional<String> string() {
        if (first() != '"') {
            return Optional.empty();
        }
        for (int i = start; i < end; i++) {
            if (bytes[i] == '\\') {
                return Optional.of(unescaped());
            }
        }
        return Optional.of(new String(bytes, start + 1, length() - 2, UTF_8));
    }

    private String unescaped() {
        try (JsonParser parser = parser()) {
            parser.nextToken();
            return parser.getText();
        } catch (IOException e) {
            throw readBefore(e);
        }
    }

    /** For text that was parsed before, so parsing cannot fail. */
    static IllegalStateException readBefore(IOException e) {
        return new IllegalStateException("JSON that was read before cannot be read; was its array changed?", e);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Slice that && Arrays.equals(bytes, start, end, that.bytes, that.start, that.end);
    }

    @Override
    public int hashCode() {
        return ByteBuffer.wrap(bytes, start, length()).hashCode();
    }

    @Override
    public String toString() {
        return new String(bytes, start, length(), UTF_8);
    }
}
