// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

/**
 * A pattern in which {@code *} stands for any run of characters, also of none and across {@code /}, and {@code ?} for
 * one. Matching takes at most time in proportion to the product of the lengths.
 */
record Glob(String pattern) {

    /** A pattern without {@code /} is compared with the last segment. */
    boolean matchesName(String name) {
        return matches(pattern.indexOf('/') < 0 ? name.substring(name.lastIndexOf('/') + 1) : name);
    }

    boolean matches(String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        return pattern.substring(p).chars().allMatch(c -> c == '*');
    }
}
