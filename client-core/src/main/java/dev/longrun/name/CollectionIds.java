// SPDX-License-Identifier: Apache-2.0
package dev.longrun.name;

import dev.longrun.text.Segments;
import java.util.List;
import java.util.Optional;

/**
 * Finds ids by the collection before them. An id may be spelled like a collection: the project in
 * {@code projects/zones}.
 */
final class CollectionIds {
    private static final List<String> KNOWN = List.of("projects", "locations", "regions", "zones");

    private CollectionIds() {}

    static Optional<String> idAfter(String collection, ResourceName name) {
        String text = name.value();
        int at = 0;
        for (int end = text.indexOf('/'); end >= 0; end = text.indexOf('/', at)) {
            int endOfNext = Segments.end(text, end + 1);
            if (is(collection, text, at, end)) {
                return Optional.of(text.substring(end + 1, endOfNext));
            }
            at = 1 + (isKnown(text, at, end) ? endOfNext : end);
        }
        return Optional.empty();
    }

    private static boolean isKnown(String text, int from, int to) {
        for (String collection : KNOWN) {
            if (is(collection, text, from, to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(String collection, String text, int from, int to) {
        return collection.length() == to - from && text.startsWith(collection, from);
    }
}
