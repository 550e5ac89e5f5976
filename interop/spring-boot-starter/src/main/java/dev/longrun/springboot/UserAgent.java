// SPDX-License-Identifier: Apache-2.0
package dev.longrun.springboot;

/** The name of the application in the header {@code User-Agent}. */
final class UserAgent {
    private UserAgent() {}

    /** The name with a hyphen for each character that is not of a token of HTTP (RFC 9110, 5.6.2). */
    static String token(String name) {
        return name.replaceAll("[^A-Za-z0-9!#$%&'*+.^_`|~-]", "-");
    }

    /** @throws IllegalArgumentException if a header cannot have the text */
    static String check(String text) {
        if (text.isBlank() || !text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new IllegalArgumentException(
                    "a name and version is sent as a header and must be printable ASCII, such as sweeper/1.2");
        }
        return text.strip();
    }
}
