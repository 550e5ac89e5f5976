// SPDX-License-Identifier: Apache-2.0
package dev.longrun.http;

import java.util.stream.Collectors;

/** Makes text safe for a message: characters outside printable ASCII are shown as {@code <U+00E4>}. */
final class AsciiEscaper {
    private AsciiEscaper() {}

    static String of(String text) {
        return text.codePoints().mapToObj(AsciiEscaper::shown).collect(Collectors.joining());
    }

    static boolean is(int character) {
        return character >= ' ' && character <= '~';
    }

    static String code(int character) {
        return String.format("U+%04X", character);
    }

    private static String shown(int character) {
        return is(character) ? Character.toString(character) : "<" + code(character) + ">";
    }
}
