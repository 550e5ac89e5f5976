// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.name.NamePattern;
import dev.longrun.name.PercentEncoding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Fits the parent of a list into the three forms its bindings come in: {@code {name=PARENT}/operations},
 * {@code {name=PARENT/operations}}, where the collection is part of the name, and {@code /operations} without a
 * variable, where the name goes into the query. The URL of the first two is the same, so callers give the parent for
 * either.
 */
record ListBinding(HttpRule rule) {
    private static final String COLLECTION = "operations";

    /** Empty if this rule is not for this parent. {@code parent} is empty for operations that have none. */
    Optional<BoundPath> route(String parent) {
        if (rule.template().verb().isPresent()) {
            return Optional.empty();
        }
        return rule.template().pattern().map(p -> inPath(p, parent)).orElseGet(() -> Optional.of(inQuery(parent)));
    }

    private Optional<BoundPath> inPath(NamePattern pattern, String parent) {
        return candidates(pattern, parent).filter(pattern::matches).findFirst().map(n -> BoundPath.documented(rule, n));
    }

    private BoundPath inQuery(String parent) {
        String query = parent.isEmpty() ? "" : "name=" + PercentEncoding.encode(parent);
        return new BoundPath(rule, rule.template().expand(Map.of()), query, true);
    }

    /** {@code projects/p} for {@code projects/p/operations}. */
    static String withoutCollection(String name) {
        if (name.equals(COLLECTION)) {
            return "";
        }
        return name.endsWith('/' + COLLECTION) ? name.substring(0, name.length() - COLLECTION.length() - 1) : name;
    }

    private static Stream<String> candidates(NamePattern pattern, String parent) {
        if (parent.isEmpty()) {
            return pattern.segments().size() == 1 ? Stream.of(pattern.toString()) : Stream.empty();
        }
        boolean collectionInName = last(pattern.segments()).equals(COLLECTION);
        return collectionInName ? Stream.of(parent, parent + '/' + COLLECTION) : Stream.of(parent);
    }

    private static String last(List<String> segments) {
        return segments.get(segments.size() - 1);
    }
}
