// SPDX-License-Identifier: Apache-2.0
package dev.longrun.text;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Percent-encoding of UTF-8, in the one strict form that fits path segments, query values and routing headers alike:
 * only {@code [-_.~0-9a-zA-Z]} stays as it is.
 *
 * <pre>{@code
 * PercentEncoding.encode("google.com:p/a b")  // google.com%3Ap%2Fa%20b
 * PercentEncoding.decode("a%2Fb")             // Optional[a/b]
 * PercentEncoding.decode("100%")              // Optional.empty
 * }</pre>
 *
 * <p>Encoding is done once. What looks encoded already is encoded again ({@code %2F} becomes {@code %252F}), because a
 * name may hold a percent sign.
 */
public final class PercentEncoding {
    private static final String HEX = "0123456789ABCDEF";
    private static final int MAX_ASCII = 0x7F;

    /** For the slashes of a name. */
    private static final int ROOM = 16;

    private PercentEncoding() {}

    /**
     * Encodes everything but unreserved characters; {@code /} becomes {@code %2F} and a space {@code %20}.
     *
     * @throws IllegalArgumentException if {@code text} holds half a surrogate pair, which has no UTF-8 form
     */
    public static String encode(String text) {
        return encode(text, false);
    }

    /**
     * The same, keeping the slashes of a path if wanted. Most texts have nothing to encode, and are returned as they
     * are.
     */
    public static String encode(String text, boolean keepSlash) {
        if (isPlain(text, keepSlash)) {
            return text;
        }
        return append(new StringBuilder(text.length() + ROOM), text, keepSlash).toString();
    }

    /** {@code parameter("name", "a/b")} is {@code name=a%2Fb}: one parameter of a query or of a routing header. */
    public static String parameter(String key, String value) {
        StringBuilder out = new StringBuilder(key.length() + 1 + value.length() + ROOM);
        return append(out.append(key).append('='), value, false).toString();
    }

    private static boolean isPlain(String text, boolean keepSlash) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i), keepSlash)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char c, boolean keepSlash) {
        return isUnreserved(c) || keepSlash && c == '/';
    }

    /**
     * Undoes {@link #encode}; a plus sign stays a plus sign. Empty if an escape is broken or its bytes are not UTF-8.
     */
    public static Optional<String> decode(String text) {
        return decode(text, false);
    }

    /** The same; if wanted, {@code %2F} stays as it is. */
    public static Optional<String> decode(String text, boolean keepSlash) {
        return PercentDecoder.decode(text, keepSlash);
    }

    /** Appends runs of plain characters at once. */
    private static StringBuilder append(StringBuilder out, String text, boolean keepSlash) {
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isPlain(c, keepSlash)) {
                continue;
            }
            out.append(text, plain, i);
            if (c <= MAX_ASCII) {
                appendByte(out, c);
            } else {
                i = appendCharacter(out, text, i);
            }
            plain = i + 1;
        }
        return out.append(text, plain, text.length());
    }

    /** True for the characters that stay as they are: letters and digits of ASCII, {@code - _ . ~}. */
    public static boolean isUnreserved(char c) {
        return c >= 'a' && c <= 'z'
                || c >= '0' && c <= '9'
                || c >= 'A' && c <= 'Z'
                || c == '-'
                || c == '_'
                || c == '.'
                || c == '~';
    }

    private static int appendCharacter(StringBuilder out, String text, int at) {
        int codePoint = text.codePointAt(at);
        if (IllegalCharacter.isLoneSurrogate(codePoint)) {
            throw new IllegalArgumentException("text to encode must be well-formed Unicode; got "
                    + SafeText.quoted(text) + ": half a surrogate pair at character " + (at + 1));
        }
        for (byte b : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
            appendByte(out, b);
        }
        return at + Character.charCount(codePoint) - 1;
    }

    private static void appendByte(StringBuilder out, int b) {
        out.append('%').append(HEX.charAt(b >> 4 & 0xF)).append(HEX.charAt(b & 0xF));
    }
}
