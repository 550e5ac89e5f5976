// SPDX-License-Identifier: Apache-2.0
package dev.longrun.name;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds ids by the collection before them. An id may be spelled like a collection: the project in {@code projects/zones}. */
final class CollectionIds {
    private static final Set<String> KNOWN = Set.of("projects", "locations", "regions", "zones");

    private CollectionIds() {}

    static Optional<String> idAfter(String collection, ResourceName name) {
        List<String> segments = name.segments();
        for (int i = 0; i + 1 < segments.size(); i++) {
            if (segments.get(i).equals(collection)) {
                return Optional.of(segments.get(i + 1));
            }
            if (KNOWN.contains(segments.get(i))) {
                i++;
            }
        }
        return Optional.empty();
    }
}
