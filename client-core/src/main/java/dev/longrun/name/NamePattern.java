// SPDX-License-Identifier: Apache-2.0
package dev.longrun.name;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The shape of a resource name: {@code projects/*}{@code /locations/*}{@code /operations/*}. A {@code *} stands for one
 * segment, a {@code **} at the end for all that remain, even none.
 *
 * <p>Patterns come from templates, see {@link PathTemplate#pattern()}. Matching looks at the shape only and neither
 * splits nor allocates; {@link ResourceName} checks the characters.
 */
public final class NamePattern {
    static final String ONE = "*";
    static final String REST = "**";
    static final NamePattern ANYTHING = new NamePattern(List.of(REST));

    private final List<String> segments;
    private final String text;

    NamePattern(List<String> segments) {
        this.segments = List.copyOf(segments);
        this.text = String.join("/", segments);
    }

    /** True if {@code name}, not encoded, has this shape. An empty segment, {@code .} and {@code ..} match nothing. */
    public boolean matches(String name) {
        int at = 0;
        for (String segment : segments) {
            if (segment.equals(REST)) {
                return allWellFormed(name, at);
            }
            if (at > name.length()) {
                return false;
            }
            int end = Segments.end(name, at);
            if (!fits(segment, name, at, end)) {
                return false;
            }
            at = end + 1;
        }
        return at > name.length();
    }

    /** Where {@code name} first departs from this pattern; empty if it matches. */
    public Optional<PatternMismatch> mismatch(String name) {
        return matches(name) ? Optional.empty() : Optional.of(PatternMismatch.of(this, name));
    }

    /**
     * Of several patterns the one that {@code name} comes closest to, for a hint such as
     * {@link PatternMismatch#didYouMean}. Empty if one of them matches or there are none; the earlier one wins a tie.
     */
    public static Optional<PatternMismatch> nearest(Collection<NamePattern> patterns, String name) {
        if (patterns.stream().anyMatch(p -> p.matches(name))) {
            return Optional.empty();
        }
        return patterns.stream()
                .map(p -> PatternMismatch.of(p, name))
                .min(Comparator.comparingDouble(PatternMismatch::distance));
    }

    /** The literals and wildcards between the slashes. */
    public List<String> segments() {
        return segments;
    }

    boolean isSingleSegment() {
        return text.equals(ONE);
    }

    static boolean fits(String segment, String text, int from, int to) {
        return segment.equals(ONE)
                ? Segments.wellFormed(text, from, to)
                : segment.length() == to - from && text.startsWith(segment, from);
    }

    private static boolean allWellFormed(String name, int from) {
        int end;
        for (int at = from; at <= name.length(); at = end + 1) {
            end = Segments.end(name, at);
            if (!Segments.wellFormed(name, at, end)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NamePattern that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
