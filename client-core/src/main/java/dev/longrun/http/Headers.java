// SPDX-License-Identifier: Apache-2.0
package dev.longrun.http;

import dev.longrun.error.NotSentException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Header maps: read-only, looked up in any case. Messages never quote a value, which may be a credential. */
final class Headers {
    /** {@code token} of RFC 9110, section 5.6.2. */
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private Headers() {}

    static Map<String, String> copyOf(Map<String, String> headers) {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        return Collections.unmodifiableMap(copy);
    }

    /** The same, refusing what cannot be sent. */
    static Map<String, String> sendable(Map<String, String> headers) {
        headers.forEach(Headers::check);
        return copyOf(headers);
    }

    private static void check(String name, String value) {
        if (!NAME.matcher(name).matches()) {
            throw new NotSentException("header name must be letters, digits and \"!#$%&'*+-.^_`|~\" only; got \""
                    + Printable.of(name) + "\"");
        }
        for (int i = 0; i < value.length(); i++) {
            if (!Printable.is(value.charAt(i))) {
                throw new NotSentException(
                        "header " + name + ": its value must be printable ASCII; character " + (i + 1)
                                + " of " + value.length() + " is " + Printable.code(value.charAt(i))
                                + " (the value is not shown: it may be secret)");
            }
        }
    }
}
