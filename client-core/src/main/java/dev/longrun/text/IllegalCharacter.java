// SPDX-License-Identifier: Apache-2.0
package dev.longrun.text;

import java.util.Optional;

/**
 * A character that no name may hold, and its index: control characters would break headers and logs, half a surrogate
 * pair has no UTF-8 form. {@code at} counts UTF-16 units from zero.
 */
public record IllegalCharacter(int codePoint, int at) {

    public static Optional<IllegalCharacter> in(String text) {
        int at = firstIn(text);
        return at < 0 ? Optional.empty() : Optional.of(new IllegalCharacter(text.codePointAt(at), at));
    }

    /** The index of the first one, or -1. */
    public static int firstIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c)) {
                return i;
            }
            if (Character.isSurrogate(c)) {
                if (isLoneSurrogate(text.codePointAt(i))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }

    static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    /** As in {@code name must not contain control characters; got "a\u0007b": U+0007 at character 2}. */
    public String message(String label, String text) {
        String rule = isLoneSurrogate(codePoint)
                ? " must be well-formed Unicode, without unpaired surrogates; got "
                : " must not contain control characters; got ";
        return label + rule + SafeText.quoted(text) + ": " + SafeText.codePoint(codePoint) + " at character "
                + (at + 1);
    }
}
