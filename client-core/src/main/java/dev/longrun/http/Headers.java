// SPDX-License-Identifier: Apache-2.0
package dev.longrun.http;

import dev.longrun.text.SafeText;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Read-only header maps. Received headers are looked up in any case. Messages never quote a value, as it may be a
 * credential.
 */
final class Headers {
    private static final String SYMBOLS = "!#$%&'*+-.^_`|~";

    private Headers() {}

    static Map<String, String> copyOf(Map<String, String> headers) {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        return Collections.unmodifiableMap(copy);
    }

    /** A read-only copy; refuses names and values that cannot be sent. */
    static Map<String, String> sendable(Map<String, String> headers) {
        headers.forEach(Headers::check);
        return Map.copyOf(headers);
    }

    private static boolean isPrintable(char character) {
        return character >= ' ' && character <= '~';
    }

    /** {@code token} of RFC 9110, section 5.6.2. */
    private static boolean isToken(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || SYMBOLS.indexOf(c) >= 0)) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static void check(String name, String value) {
        if (!isToken(name)) {
            throw new IllegalArgumentException(
                    "header name must be letters, digits and \"!#$%&'*+-.^_`|~\" only; got \"" + SafeText.ascii(name)
                            + "\"");
        }
        for (int i = 0; i < value.length(); i++) {
            if (!isPrintable(value.charAt(i))) {
                throw new IllegalArgumentException(
                        "header " + name + ": its value must be printable ASCII; character " + (i + 1)
                                + " of " + value.length() + " is " + SafeText.codePoint(value.charAt(i))
                                + " (the value is not shown: it may be secret)");
            }
        }
    }
}
