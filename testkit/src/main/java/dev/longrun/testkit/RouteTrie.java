// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.testkit.Router.Match;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The path templates of one HTTP method by segment. A literal is tried before {@code *}, and {@code **} last. */
final class RouteTrie {

    private static final String ONE = "*";
    private static final String REST = "**";

    private final Map<String, RouteTrie> next = new HashMap<>();
    private final List<Binding> here = new ArrayList<>();
    private final List<Binding> below = new ArrayList<>();

    void add(Binding binding) {
        add(binding, segments(binding), 1);
    }

    Optional<Match> find(String path, String[] segments) {
        return find(path, segments, 1);
    }

    private void add(Binding binding, String[] segments, int at) {
        if (at == segments.length) {
            merge(here, binding);
        } else if (segments[at].equals(REST)) {
            merge(below, binding);
        } else {
            next.computeIfAbsent(segments[at], absent -> new RouteTrie()).add(binding, segments, at + 1);
        }
    }

    private Optional<Match> find(String path, String[] segments, int at) {
        if (at == segments.length) {
            return first(here, path).or(() -> first(below, path));
        }
        return step(path, segments, at, segments[at])
                .or(() -> step(path, segments, at, ONE))
                .or(() -> first(below, path));
    }

    private Optional<Match> step(String path, String[] segments, int at, String key) {
        RouteTrie child = next.get(key);
        return child == null ? Optional.empty() : child.find(path, segments, at + 1);
    }

    private static Optional<Match> first(List<Binding> candidates, String path) {
        for (Binding candidate : candidates) {
            Optional<String> name = candidate.name(path);
            if (name.isPresent()) {
                return Optional.of(new Match(candidate, name.get()));
            }
        }
        return Optional.empty();
    }

    private static void merge(List<Binding> bindings, Binding added) {
        for (int i = 0; i < bindings.size(); i++) {
            if (bindings.get(i).template().equals(added.template())) {
                bindings.set(i, bindings.get(i).sharedWith(added));
                return;
            }
        }
        bindings.add(added);
    }

    /** {@code /v1/{name=projects/*}/operations:verb} without the braces and the verb; the first is empty. */
    private static String[] segments(Binding binding) {
        String text = binding.template().toString();
        String plain = text.replaceAll("\\{[^=}]*=([^}]*)}", "$1").replaceAll("\\{[^}]*}", ONE);
        int verb = binding.template().verb().map(v -> v.length() + 1).orElse(0);
        return plain.substring(0, plain.length() - verb).split("/", -1);
    }
}
