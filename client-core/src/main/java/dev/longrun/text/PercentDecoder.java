// SPDX-License-Identifier: Apache-2.0
package dev.longrun.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Decodes percent escapes strictly: a run of them must be UTF-8, without overlong forms or surrogates.
 *
 * <p>In a variable of several segments {@code %2F} stays as it is, since a decoded one could no longer be told from a
 * separator (google/api/http.proto).
 */
final class PercentDecoder {
    private static final int ESCAPE = 3;

    private final String text;
    private final StringBuilder out;

    private PercentDecoder(String text) {
        this.text = text;
        this.out = new StringBuilder(text.length());
    }

    static Optional<String> decode(String text, boolean keepSlash) {
        if (text.indexOf('%') < 0) {
            return Optional.of(text);
        }
        try {
            return new PercentDecoder(text).decode(keepSlash);
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    private Optional<String> decode(boolean keepSlash) throws CharacterCodingException {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() / ESCAPE);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int value = c == '%' ? escapeAt(i) : c;
            if (value < 0) {
                return Optional.empty();
            }
            if (c == '%' && !(keepSlash && value == '/')) {
                bytes.put((byte) value);
                i += ESCAPE - 1;
            } else {
                flush(bytes);
                out.append(c);
            }
        }
        flush(bytes);
        return Optional.of(out.toString());
    }

    private int escapeAt(int at) {
        if (at + ESCAPE > text.length()) {
            return -1;
        }
        int high = hexDigit(text.charAt(at + 1));
        int low = hexDigit(text.charAt(at + 2));
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    /** {@link Character#digit} would take the digits of other scripts too. */
    private static int hexDigit(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    private void flush(ByteBuffer bytes) throws CharacterCodingException {
        if (bytes.position() > 0) {
            out.append(StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()));
            bytes.clear();
        }
    }
}
