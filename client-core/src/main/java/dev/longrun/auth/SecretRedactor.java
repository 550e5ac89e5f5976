// SPDX-License-Identifier: Apache-2.0
package dev.longrun.auth;

import java.util.regex.Pattern;

/** Makes text of others fit for a message: one line, not long, and without whatever could be a token or a key. */
final class SecretRedactor {
    private static final int LENGTH = 300;

    /** Sixteen or more characters of the tokens' alphabets in a row, a digit among them: no word of any language. */
    private static final Pattern OPAQUE = Pattern.compile(
            "-----BEGIN.*?(-----END[^-]*-----|$)|(?=[A-Za-z0-9+/=_.~-]{16})[A-Za-z+/=_.~-]*[0-9][A-Za-z0-9+/=_.~-]*",
            Pattern.DOTALL);

    private SecretRedactor() {}

    static String hide(String text) {
        String line = OPAQUE.matcher(text)
                .replaceAll("[hidden]")
                .replaceAll("\\s+", " ")
                .strip();
        return line.length() <= LENGTH ? line : line.substring(0, LENGTH) + "…";
    }
}
