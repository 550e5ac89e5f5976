// SPDX-License-Identifier: Apache-2.0
package dev.longrun.binding;

import dev.longrun.http.HttpMethod;
import dev.longrun.name.NamePattern;
import dev.longrun.text.PercentEncoding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One HTTP binding of one rpc, as {@code google/api/http.proto} has it.
 *
 * @param body true if the binding says {@code body: "*"}; then fields that are not in the path, such as the timeout of
 *     a wait, go into a JSON body, else into the query. A cancel has no such fields, so its body is empty either way.
 */
public record HttpRule(HttpMethod method, PathTemplate template, boolean body) {
    private static final String COLLECTION = "operations";

    /**
     * {@code POST /v1/{name=projects/*}{@code /operations/*}:cancel}, with a star after the verb if there is a body.
     */
    @Override
    public String toString() {
        return method + (body ? "* " : " ") + template;
    }

    /** The path with this name; empty if this binding is not for it. */
    public Optional<BoundPath> path(String name) {
        return template.matches(name) ? Optional.of(BoundPath.documented(this, name)) : Optional.empty();
    }

    /**
     * The path of a list, where this is a binding of one; empty if it is not for this parent. Such bindings come in
     * three forms: {@code {name=PARENT}/operations}, {@code {name=PARENT/operations}}, where the collection is part of
     * the name, and {@code /operations} without a variable, where the name goes into the query. The URL of the first
     * two is the same, so callers give the parent for either.
     *
     * @param parent empty for operations that have none
     */
    public Optional<BoundPath> list(String parent) {
        if (template.verb().isPresent()) {
            return Optional.empty();
        }
        return template.pattern().map(p -> inPath(p, parent)).orElseGet(() -> Optional.of(inQuery(parent)));
    }

    private Optional<BoundPath> inPath(NamePattern pattern, String parent) {
        return candidates(pattern, parent).filter(pattern::matches).findFirst().map(n -> BoundPath.documented(this, n));
    }

    private BoundPath inQuery(String parent) {
        String query = parent.isEmpty() ? "" : "name=" + PercentEncoding.encode(parent);
        return new BoundPath(this, template.expand(Map.of()), query, true);
    }

    /** {@code projects/p} for {@code projects/p/operations}. */
    public static String withoutCollection(String name) {
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
