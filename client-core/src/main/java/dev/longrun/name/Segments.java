// SPDX-License-Identifier: Apache-2.0
package dev.longrun.name;

/** The pieces of a name or path between its slashes, by index, so that nothing is split. */
final class Segments {

    private Segments() {}

    /** The slash that ends the segment that begins at {@code from}, or the end of {@code text}. */
    static int end(String text, int from) {
        int slash = text.indexOf('/', from);
        return slash < 0 ? text.length() : slash;
    }

    static int count(String text) {
        int count = 1;
        for (int at = text.indexOf('/'); at >= 0; at = text.indexOf('/', at + 1)) {
            count++;
        }
        return count;
    }

    /**
     * Empty segments and dot segments are what URL libraries and proxies resolve, so that the path would be another
     * one.
     */
    static boolean wellFormed(String text, int from, int to) {
        return to > from && !isDots(text, from, to);
    }

    private static boolean isDots(String text, int from, int to) {
        return to - from <= 2 && text.charAt(from) == '.' && text.charAt(to - 1) == '.';
    }
}
