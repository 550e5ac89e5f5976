// SPDX-License-Identifier: Apache-2.0
package dev.longrun.name;

import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** Repairs for text that came from a page, a shell or a keyboard in another mode. */
final class TextNormalizer {
    private static final String QUOTES = "\"'`\u2018\u2019\u201C\u201D\u00AB\u00BB";
    private static final int WIDE_TO_ASCII = 0xFF01 - '!';
    private static final int IDEOGRAPHIC_SPACE = 0x3000;

    private TextNormalizer() {}

    static String withoutSurroundings(String text) {
        IntPredicate surrounds =
                c -> QUOTES.indexOf(c) >= 0 || Character.isWhitespace(c) || isOddSpace(c) || isFormat(c);
        int from = 0;
        int to = text.length();
        while (from < to && surrounds.test(text.charAt(from))) {
            from++;
        }
        while (from < to && surrounds.test(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    static String withoutTrailingSlashes(String text) {
        int to = text.length();
        while (to > 0 && text.charAt(to - 1) == '/') {
            to--;
        }
        return text.substring(0, to);
    }

    /** Forms such as U+FF0F, the full-width slash, become ASCII. */
    static String withoutWide(String text) {
        return map(text, c -> {
            boolean wide = c >= 0xFF01 && c <= 0xFF5E;
            return wide ? c - WIDE_TO_ASCII : c == IDEOGRAPHIC_SPACE ? ' ' : c;
        });
    }

    static String withoutInvisible(String text) {
        return map(text, c -> isFormat(c) ? -1 : isOddSpace(c) ? ' ' : c);
    }

    /** Like {@code codePoints().map}, but unpaired surrogates stay and a negative character is dropped. */
    private static String map(String text, IntUnaryOperator change) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().map(change).filter(c -> c >= 0).forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean isFormat(int c) {
        return Character.getType(c) == Character.FORMAT;
    }

    private static boolean isOddSpace(int c) {
        return c != ' ' && Character.isSpaceChar(c);
    }
}
