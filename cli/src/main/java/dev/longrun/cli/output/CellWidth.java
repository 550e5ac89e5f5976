// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

/** The columns of a terminal that a text takes: two for the wide characters of East Asia, none for accents. */
final class CellWidth {
    private static final int FIRST_WIDE = 0x1100;

    private CellWidth() {}

    static int of(String text) {
        return text.codePoints().map(CellWidth::of).sum();
    }

    private static int of(int c) {
        if (c < 0x300) {
            return 1;
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            default -> isWide(c) ? 2 : 1;
        };
    }

    /** The wide and full-width blocks of Unicode's EastAsianWidth.txt. */
    private static boolean isWide(int c) {
        return c >= FIRST_WIDE
                && (c <= 0x115F
                        || c >= 0x2E80 && c <= 0xA4CF
                        || c >= 0xAC00 && c <= 0xD7A3
                        || c >= 0xF900 && c <= 0xFAFF
                        || c >= 0xFE30 && c <= 0xFE6F
                        || c >= 0xFF00 && c <= 0xFF60
                        || c >= 0xFFE0 && c <= 0xFFE6
                        || c >= 0x1F300 && c <= 0x1FAFF
                        || c >= 0x20000 && c <= 0x3FFFD);
    }
}
