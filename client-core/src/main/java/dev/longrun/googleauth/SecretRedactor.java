// SPDX-License-Identifier: Apache-2.0
package dev.longrun.googleauth;

import java.util.regex.Pattern;

/** Makes text of other libraries safe for a message: one short line without anything that may be a token or key. */
final class SecretRedactor {
    private static final int LENGTH = 300;

    /** A PEM block, or a run of sixteen or more characters of the token alphabets with a digit in it. */
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
