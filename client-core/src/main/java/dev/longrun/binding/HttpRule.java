// SPDX-License-Identifier: Apache-2.0
package dev.longrun.binding;

import dev.longrun.http.HttpMethod;
import dev.longrun.name.InvalidNameException;
import dev.longrun.name.NamePattern;
import dev.longrun.text.PercentEncoding;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP binding of one rpc, as {@code google/api/http.proto} has it.
 *
 * @param body true if the binding says {@code body: "*"}; then fields that are not in the path, such as the timeout of
 *     a wait, go into a JSON body, else into the query. A cancel has no such fields, so its body is empty either way.
 * @param source where the binding is documented
 * @param names the form of the names, where it is not that of the template's only variable; each of its {@code *} is
 *     one of the template's variables, in order
 */
public record HttpRule(
        HttpMethod method, PathTemplate template, boolean body, Source source, Optional<NamePattern> names) {
    private static final String COLLECTION = "operations";

    /** Google's two descriptions of its APIs. */
    public enum Source {
        /** The protos with their service configurations. */
        PROTOS,
        /** The discovery documents. */
        DISCOVERY,
        BOTH
    }

    /** @throws InvalidNameException if the names do not have one {@code *} for each of the template's variables */
    public HttpRule {
        if (names.isPresent()) {
            SeparateName.check(template, names.get());
        }
    }

    /** A binding that both sources have, with the name in the path. */
    public HttpRule(HttpMethod method, PathTemplate template, boolean body) {
        this(method, template, body, Source.BOTH, Optional.empty());
    }

    /**
     * {@code POST /v1/{name=projects/*}{@code /operations/*}:cancel}, with a star after the verb if there is a body.
     */
    @Override
    public String toString() {
        return method + (body ? "* " : " ") + template;
    }

    /** Which names, for a list which parents, this binding is for; empty if the path does not tell. */
    public Optional<NamePattern> pattern() {
        return names.isPresent() ? names : template.pattern();
    }

    /** True if this binding is for that name, not encoded. */
    public boolean matches(String name) {
        Optional<NamePattern> pattern = pattern();
        return pattern.isPresent() && pattern.get().matches(name);
    }

    /** The name, decoded, in a path of this binding; empty for any other path, and if the path has no name. */
    public Optional<String> name(String encodedPath) {
        return names.map(pattern -> new SeparateName(template, pattern).name(encodedPath))
                .orElseGet(() -> template.match(encodedPath)
                        .filter(values -> values.size() == 1)
                        .map(values -> values.values().iterator().next()));
    }

    String expand(String name) {
        return names.isPresent() ? new SeparateName(template, names.get()).expand(name) : template.expand(name);
    }

    /** The path with this name; empty if this binding is not for it. */
    public Optional<BoundPath> path(String name) {
        return matches(name) ? Optional.of(BoundPath.documented(this, name)) : Optional.empty();
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
        Optional<NamePattern> pattern = pattern();
        return pattern.isPresent() ? inPath(pattern.get(), parent) : Optional.of(inQuery(parent));
    }

    private Optional<BoundPath> inPath(NamePattern pattern, String parent) {
        for (String name : candidates(pattern, parent)) {
            if (pattern.matches(name)) {
                return Optional.of(BoundPath.documented(this, name));
            }
        }
        return Optional.empty();
    }

    private BoundPath inQuery(String parent) {
        String query = parent.isEmpty() ? "" : PercentEncoding.parameter("name", parent);
        return new BoundPath(this, template.expand(Map.of()), query, true);
    }

    /** {@code projects/p} for {@code projects/p/operations}. */
    public static String withoutCollection(String name) {
        if (name.equals(COLLECTION)) {
            return "";
        }
        return name.endsWith('/' + COLLECTION) ? name.substring(0, name.length() - COLLECTION.length() - 1) : name;
    }

    private static List<String> candidates(NamePattern pattern, String parent) {
        if (parent.isEmpty()) {
            return pattern.segments().size() == 1 ? List.of(pattern.toString()) : List.of();
        }
        boolean collectionInName = last(pattern.segments()).equals(COLLECTION);
        return collectionInName ? List.of(parent, parent + '/' + COLLECTION) : List.of(parent);
    }

    private static String last(List<String> segments) {
        return segments.get(segments.size() - 1);
    }
}
