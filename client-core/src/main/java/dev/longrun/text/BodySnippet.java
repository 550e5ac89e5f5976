// SPDX-License-Identifier: Apache-2.0
package dev.longrun.text;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Quotes a response body for a message: the beginning, as {@link SafeText} shows it. */
public final class BodySnippet {

    private static final int LONGEST = 120;
    private static final int BYTES_READ = 5 * LONGEST; // more than 120 characters, whatever they are

    /**
     * The first line that is not blank, at most 120 characters of it, {@code …} where it was cut.
     *
     * @param body any bytes; what is not UTF-8 is shown as U+FFFD
     * @return the empty string when there is nothing to quote
     */
    public static String of(byte[] body) {
        int start = 0;
        while (start < body.length && isBlank(body[start])) {
            start++;
        }
        String text = new String(body, start, Math.min(BYTES_READ, body.length - start), UTF_8);
        return cut(SecretRedactor.redact(text.lines().findFirst().orElse("").strip()));
    }

    private static String cut(String line) {
        StringBuilder out = new StringBuilder();
        int whole = 0; // how much can stay when the mark of the cut has to follow
        for (int c : line.codePoints().toArray()) {
            out.append(SafeText.escape(c));
            if (out.length() > LONGEST) {
                return out.substring(0, whole) + "…";
            }
            whole = out.length() < LONGEST ? out.length() : whole;
        }
        return out.toString();
    }

    public static boolean isBlank(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private BodySnippet() {}
}
