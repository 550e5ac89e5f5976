// SPDX-License-Identifier: Apache-2.0
package dev.longrun.text;

import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Makes text of any origin fit for a message, a terminal and a log. All text that a server, a user or another library
 * gave passes through here before it is shown.
 *
 * <ol>
 *   <li>What may be a credential is replaced by {@code [hidden]}, see {@link SecretRedactor}.
 *   <li>A character that moves a cursor, breaks a line, reverses its direction, cannot be seen, or looks like an ASCII
 *       digit without being one is written as <code>&#92;u202e</code>, one escape for each UTF-16 unit: control and
 *       format characters, line and paragraph separators, spaces other than U+0020, unpaired surrogates, unassigned
 *       characters, and digits outside ASCII.
 *   <li>Everything else stays, other scripts and emoji included. Backslashes stay too, so that escaping twice is the
 *       same as once.
 * </ol>
 */
public final class SafeText {
    private static final int LONGEST_QUOTE = 300;
    private static final String HEX = "0123456789abcdef";

    private SafeText() {}

    /** The text on one line, redacted and escaped. */
    public static String of(String text) {
        return escape(SecretRedactor.redact(text), SafeText::isPlain);
    }

    /** As {@link #of}, with every character outside printable ASCII escaped: for text that must be ASCII. */
    public static String ascii(String text) {
        return escape(SecretRedactor.redact(text), SafeText::isPrintableAscii);
    }

    /**
     * JSON on one line, redacted and escaped, which is still JSON of the same structure: such characters occur in its
     * strings only, where the escapes mean the same.
     */
    public static String json(String json) {
        return escape(SecretRedactor.redact(json), c -> c < ' ' || isPlain(c));
    }

    /**
     * As {@link #of}, in quotes, with quotes and backslashes escaped and cut after 300 characters. A URL is shown
     * without user info and query.
     */
    public static String quoted(String value) {
        String shown = SecretRedactor.redact(withoutUserAndQuery(value));
        StringBuilder out = new StringBuilder(shown.length() + 2).append('"');
        shown.codePoints().limit(LONGEST_QUOTE).forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\');
            }
            append(out, c, SafeText::isPlain);
        });
        out.append('"');
        int all = shown.codePointCount(0, shown.length());
        return all <= LONGEST_QUOTE ? out.toString() : out + "… (" + all + " characters)";
    }

    /** The code point as {@code U+000D}. */
    public static String codePoint(int c) {
        String digits = Integer.toHexString(c).toUpperCase(Locale.ROOT);
        return "U+" + "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    /** One code point, escaped if it is not plain. */
    static String escape(int c) {
        StringBuilder out = new StringBuilder();
        append(out, c, SafeText::isPlain);
        return out.toString();
    }

    private static String escape(String text, IntPredicate plain) {
        int at = 0;
        while (at < text.length() && plain.test(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, at);
        text.substring(at).codePoints().forEach(c -> append(out, c, plain));
        return out.toString();
    }

    private static void append(StringBuilder out, int c, IntPredicate plain) {
        if (plain.test(c)) {
            out.appendCodePoint(c);
            return;
        }
        for (char unit : Character.toChars(c)) {
            out.append("\\u");
            for (int shift = 12; shift >= 0; shift -= 4) {
                out.append(HEX.charAt(unit >> shift & 0xf));
            }
        }
    }

    private static boolean isPrintableAscii(int c) {
        return c >= ' ' && c <= '~';
    }

    private static boolean isPlain(int c) {
        return isPrintableAscii(c)
                || switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SPACE_SEPARATOR,
                            Character.SURROGATE,
                            Character.UNASSIGNED,
                            Character.DECIMAL_DIGIT_NUMBER -> false;
                    default -> true;
                };
    }

    private static String withoutUserAndQuery(String value) {
        int scheme = value.indexOf("://");
        if (scheme < 0) {
            return value;
        }
        String url = value.replaceFirst("(?s)[?#].*", "");
        int host = scheme + "://".length();
        int path = url.indexOf('/', host);
        int user = url.substring(0, path < 0 ? url.length() : path).lastIndexOf('@');
        return user < host ? url : url.substring(0, host) + url.substring(user + 1);
    }
}
