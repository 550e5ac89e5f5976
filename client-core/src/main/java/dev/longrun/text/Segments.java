// SPDX-License-Identifier: Apache-2.0
package dev.longrun.text;

/** The pieces of a name or path between its slashes, by index, so that nothing is split. */
public final class Segments {
    /** Stands in a pattern for any one segment. */
    public static final String ONE = "*";

    /** Stands in a pattern for all segments that remain. */
    public static final String REST = "**";

    private Segments() {}

    /** The slash that ends the segment that begins at {@code from}, or the end of {@code text}. */
    public static int end(String text, int from) {
        int slash = text.indexOf('/', from);
        return slash < 0 ? text.length() : slash;
    }

    public static int count(String text) {
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
    public static boolean wellFormed(String text, int from, int to) {
        return to > from && !isDots(text, from, to);
    }

    /** True if the segment of {@code text} between these indices fits one of a pattern: a literal, or {@link #ONE}. */
    public static boolean fits(String pattern, String text, int from, int to) {
        return pattern.equals(ONE)
                ? wellFormed(text, from, to)
                : pattern.length() == to - from && text.startsWith(pattern, from);
    }

    private static boolean isDots(String text, int from, int to) {
        return to - from <= 2 && text.charAt(from) == '.' && text.charAt(to - 1) == '.';
    }
}
