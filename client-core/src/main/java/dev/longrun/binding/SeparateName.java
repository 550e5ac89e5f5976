// SPDX-License-Identifier: Apache-2.0
package dev.longrun.binding;

import dev.longrun.name.InvalidNameException;
import dev.longrun.name.NamePattern;
import dev.longrun.text.Segments;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A resource name whose path is written differently: {@code projects/_/buckets/b/operations/o} is at
 * {@code /storage/v1/b/b/operations/o}. The wildcards of the pattern are the template's variables, in order.
 */
record SeparateName(PathTemplate template, NamePattern pattern) {

    /** @throws InvalidNameException unless there is one single-segment wildcard for each variable */
    static void check(PathTemplate template, NamePattern pattern) {
        long wildcards =
                pattern.segments().stream().filter(SeparateName::isWildcard).count();
        if (wildcards != template.variables().size() || pattern.segments().contains(Segments.REST)) {
            throw new InvalidNameException(
                    "the pattern %s must have one * for each of the variables %s of the template %s"
                            .formatted(pattern, template.variables(), template));
        }
    }

    /** The path for a name that matches the pattern. */
    String expand(String name) {
        List<String> form = pattern.segments();
        String[] segments = name.split("/", -1);
        Iterator<String> variables = template.variables().iterator();
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < form.size(); i++) {
            if (isWildcard(form.get(i))) {
                values.put(variables.next(), segments[i]);
            }
        }
        return template.expand(values);
    }

    /** The name in that path. */
    Optional<String> name(String encodedPath) {
        return template.match(encodedPath).map(this::name).filter(pattern::matches);
    }

    private String name(Map<String, String> found) {
        Iterator<String> values = found.values().iterator();
        List<String> segments = new ArrayList<>();
        pattern.segments().forEach(segment -> segments.add(isWildcard(segment) ? values.next() : segment));
        return String.join("/", segments);
    }

    private static boolean isWildcard(String segment) {
        return segment.equals(Segments.ONE);
    }
}
