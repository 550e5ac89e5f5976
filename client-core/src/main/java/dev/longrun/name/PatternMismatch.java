// SPDX-License-Identifier: Apache-2.0
package dev.longrun.name;

import dev.longrun.text.SafeText;
import dev.longrun.text.Segments;
import java.util.List;

/**
 * The first difference between a name and a pattern, for messages with a suggestion.
 *
 * @param pattern that the name was compared with
 * @param name the name, as it was given
 * @param segment the first segment that does not fit, counted from 1
 * @param expected what the pattern has there, {@code ""} if the name should have ended
 * @param actual what the name has there, {@code ""} if it has nothing
 * @param distance 0 for a match; grows by about one for each segment that is wrong, missing or too many, less for a
 *     near miss
 */
record PatternMismatch(NamePattern pattern, String name, int segment, String expected, String actual, double distance) {

    static PatternMismatch of(NamePattern pattern, String name) {
        PatternDiff comparison = new PatternDiff(pattern.segments(), List.of(name.split("/", -1)));
        int first = comparison.firstDifference();
        return new PatternMismatch(
                pattern, name, first + 1, comparison.wantedAt(first), comparison.givenAt(first), comparison.distance());
    }

    /** {@code segment 3 is "location", expected "locations"}. */
    String describe() {
        if (expected.isEmpty()) {
            return "segment %s, %s, is one too many".formatted(segment, SafeText.quoted(actual));
        }
        String wanted = expected.startsWith(Segments.ONE) ? "expected an id" : "expected \"" + expected + '"';
        String found = actual.isEmpty() ? "missing" : SafeText.quoted(actual);
        return "segment %s is %s, %s".formatted(segment, found, wanted);
    }

    /**
     * {@code name must look like operations/*; got "my-op"}, and {@link #describe} once the first segment fits.
     *
     * @param label what the name stands for, such as {@code name} or {@code file v1 cancel: name}
     */
    String refusal(String label) {
        String message = label + " must look like " + pattern + "; got " + SafeText.quoted(name);
        return segment == 1 ? message : message + ": " + describe();
    }
}
