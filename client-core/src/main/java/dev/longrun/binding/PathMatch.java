// SPDX-License-Identifier: Apache-2.0
package dev.longrun.binding;

import dev.longrun.binding.PathTemplate.Variable;
import dev.longrun.text.PercentEncoding;
import dev.longrun.text.Segments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Matches an encoded path against a template's segments; only variables are decoded. */
final class PathMatch {
    private final String path;
    private final List<String> segments;
    private final int[] starts;

    private PathMatch(String path, List<String> segments) {
        this.path = path;
        this.segments = segments;
        this.starts = new int[segments.size() + 1];
    }

    static Optional<Map<String, String>> of(String path, String verb, List<String> segments, List<Variable> variables) {
        String suffix = verb.isEmpty() ? "" : ":" + verb;
        if (!path.startsWith("/") || !path.endsWith(suffix) || path.indexOf('?') >= 0 || path.indexOf('#') >= 0) {
            return Optional.empty();
        }
        PathMatch match = new PathMatch(path.substring(1, path.length() - suffix.length()), segments);
        return match.walk() ? match.values(variables) : Optional.empty();
    }

    /** Each start is one past the slash before it, so the last one lies one past the end of the path. */
    private boolean walk() {
        int rest = Segments.count(path) - (segments.size() - 1);
        int at = 0;
        for (int i = 0; i < segments.size(); i++) {
            starts[i] = at;
            String segment = segments.get(i);
            boolean fits = segment.equals(Segments.REST) ? rest >= 0 : fits(segment, at);
            if (!fits) {
                return false;
            }
            at = skip(at, segment.equals(Segments.REST) ? rest : 1);
        }
        starts[segments.size()] = at;
        return at == path.length() + 1;
    }

    private boolean fits(String segment, int at) {
        return at <= path.length() && Segments.fits(segment, path, at, Segments.end(path, at));
    }

    private int skip(int from, int count) {
        int at = from;
        for (int i = 0; i < count; i++) {
            at = Segments.end(path, at) + 1;
        }
        return at;
    }

    private Optional<Map<String, String>> values(List<Variable> variables) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Variable variable : variables) {
            Optional<String> value = value(variable);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.put(variable.name(), value.get());
        }
        return Optional.of(values);
    }

    private Optional<String> value(Variable variable) {
        int from = starts[variable.start()];
        int to = starts[variable.end()] - 1;
        if (to <= from) {
            return Optional.empty();
        }
        return PercentEncoding.decode(path.substring(from, to), !variable.isSingleSegment())
                .filter(variable::accepts);
    }
}
