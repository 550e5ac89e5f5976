// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.name.InvalidNameException;
import dev.longrun.name.NamePattern;
import dev.longrun.name.ResourceName;
import dev.longrun.text.SafeText;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells an undocumented name of an operation from a name of something else. A name is accepted if a binding covers it,
 * or if an id follows a collection whose name ends in {@code operations}.
 */
final class OperationNameValidator {
    private static final String COLLECTION = "operations";

    private OperationNameValidator() {}

    static void check(ServiceDefinition service, ResourceName name) {
        if (!hasShape(name.value()) && patterns(service).stream().noneMatch(p -> p.matches(name.value()))) {
            throw new InvalidNameException(refusal(service, name.value()));
        }
    }

    private static boolean hasShape(String name) {
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
            if (name.regionMatches(true, slash - COLLECTION.length(), COLLECTION, 0, COLLECTION.length())) {
                return true;
            }
        }
        return false;
    }

    private static List<NamePattern> patterns(ServiceDefinition service) {
        return Stream.of(ApiMethod.GET, ApiMethod.CANCEL, ApiMethod.DELETE, ApiMethod.WAIT)
                .flatMap(rpc -> service.patterns(rpc).stream())
                .distinct()
                .toList();
    }

    private static String refusal(ServiceDefinition service, String name) {
        String label = service.label() + " get: name";
        List<NamePattern> patterns = patterns(service);
        String nearest = patterns.size() > 1 ? " (the nearest of %s patterns)".formatted(patterns.size()) : "";
        return NamePattern.nearest(patterns, name)
                .map(pattern -> pattern.refusal(label, name) + nearest)
                .orElseGet(() -> label + " must end like operations/*; got " + SafeText.quoted(name));
    }
}
