// SPDX-License-Identifier: Apache-2.0
package dev.longrun.name;

/** A variable of a template: it covers the template's segments from {@code start} up to, not including, {@code end}. */
record Variable(String name, int start, int end, NamePattern pattern) {

    String encode(String value) {
        if (!accepts(value)) {
            throw new InvalidNameException(refusal(value));
        }
        return PercentEncoding.encode(value, !pattern.isSingleSegment());
    }

    /**
     * A value for a single segment may hold slashes, they are encoded (google/api/http.proto), but nothing that a
     * server which decodes them too early could take for another path.
     */
    boolean accepts(String value) {
        NamePattern shape = pattern.isSingleSegment() ? NamePattern.ANYTHING : pattern;
        return value != null
                && shape.matches(value)
                && (isPrintableAscii(value) || IllegalCharacter.firstIn(value) < 0);
    }

    private static boolean isPrintableAscii(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private String refusal(String value) {
        if (value == null) {
            return name + " must look like " + pattern + "; got null";
        }
        return IllegalCharacter.in(value)
                .map(c -> c.message(name, value))
                .orElseGet(() -> PatternMismatch.of(pattern, value).refusal(name));
    }
}
