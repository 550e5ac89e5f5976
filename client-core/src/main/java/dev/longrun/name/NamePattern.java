// SPDX-License-Identifier: Apache-2.0
package dev.longrun.name;

import dev.longrun.text.SafeText;
import dev.longrun.text.Segments;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The shape of a resource name: {@code projects/*}{@code /locations/*}{@code /operations/*}. A {@code *} stands for one
 * segment, a {@code **} at the end for all that remain, even none.
 *
 * <p>Matching looks at the shape only and neither splits nor allocates; {@link ResourceName} checks the characters.
 * Immutable; equal when written alike.
 */
public final class NamePattern {
    static final NamePattern ANYTHING = parse(Segments.REST);

    private final List<String> segments;
    private final String text;

    private NamePattern(String text) {
        this.text = text;
        this.segments = List.of(text.split("/", -1));
    }

    /** @throws InvalidNameException if a segment is empty or a dot segment, or a {@code **} is not the last */
    public static NamePattern parse(String text) {
        NamePattern pattern = new NamePattern(text);
        int rest = pattern.segments.indexOf(Segments.REST);
        boolean restIsLast = rest < 0 || rest == pattern.segments.size() - 1;
        if (!restIsLast || !allWellFormed(text, 0)) {
            throw new InvalidNameException(
                    "a pattern must look like projects/*/operations/* or operations/**; got " + SafeText.quoted(text));
        }
        return pattern;
    }

    /** True if {@code name}, not encoded, has this shape. An empty segment, {@code .} and {@code ..} match nothing. */
    public boolean matches(String name) {
        int at = 0;
        for (String segment : segments) {
            if (segment.equals(Segments.REST)) {
                return allWellFormed(name, at);
            }
            if (at > name.length()) {
                return false;
            }
            int end = Segments.end(name, at);
            if (!Segments.fits(segment, name, at, end)) {
                return false;
            }
            at = end + 1;
        }
        return at > name.length();
    }

    /**
     * Where {@code name} first departs from this pattern: {@code segment 3 is "location", expected "locations"}. Empty
     * if it matches.
     */
    public Optional<String> mismatch(String name) {
        return matches(name)
                ? Optional.empty()
                : Optional.of(PatternMismatch.of(this, name).describe());
    }

    /**
     * The message of an error about a name that does not match: {@code name must look like operations/*; got "my-op"},
     * and the {@link #mismatch} once the first segment fits.
     *
     * @param label what the name stands for, such as {@code name} or {@code file v1 cancel: name}
     */
    public String refusal(String label, String name) {
        return PatternMismatch.of(this, name).refusal(label);
    }

    /**
     * Of several patterns the one that {@code name} comes closest to. Empty if one of them matches or there are none;
     * the earlier one wins a tie.
     */
    public static Optional<NamePattern> nearest(Collection<NamePattern> patterns, String name) {
        if (patterns.stream().anyMatch(p -> p.matches(name))) {
            return Optional.empty();
        }
        return patterns.stream()
                .min(Comparator.comparingDouble(p -> PatternMismatch.of(p, name).distance()));
    }

    /** The literals and wildcards between the slashes. */
    public List<String> segments() {
        return segments;
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
