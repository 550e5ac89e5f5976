// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

/** Makes text of any origin fit for one line of a terminal. */
final class TerminalText {
    private TerminalText() {}

    /** Replaces line breaks and other control characters by spaces, as a server must not move the cursor. */
    static String of(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().map(c -> isControl(c) ? ' ' : c).forEach(line::appendCodePoint);
        return line.toString();
    }

    private static boolean isControl(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
