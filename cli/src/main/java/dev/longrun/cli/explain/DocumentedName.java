// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.explain;

import static java.util.stream.Collectors.toCollection;

import dev.longrun.name.NamePattern;
import dev.longrun.name.ResourceName;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.ServiceDefinition;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One form of the names of a service's operations.
 *
 * @param rpcs the methods that are documented for such names; a list, for their parents
 */
record DocumentedName(NamePattern pattern, Set<ApiMethod> rpcs) {
    static final List<ApiMethod> RPCS =
            List.of(ApiMethod.GET, ApiMethod.LIST, ApiMethod.CANCEL, ApiMethod.DELETE, ApiMethod.WAIT);

    /** All forms of one version, in documented order. */
    static List<DocumentedName> of(ServiceDefinition service) {
        Set<NamePattern> patterns = Stream.of(ApiMethod.GET, ApiMethod.CANCEL, ApiMethod.DELETE, ApiMethod.WAIT)
                .flatMap(rpc -> service.patterns(rpc).stream())
                .collect(toCollection(LinkedHashSet::new));
        return patterns.stream()
                .map(pattern -> new DocumentedName(pattern, documented(service, pattern)))
                .toList();
    }

    private static Set<ApiMethod> documented(ServiceDefinition service, NamePattern pattern) {
        ResourceName operation = sample(pattern.segments());
        Set<ApiMethod> rpcs = EnumSet.noneOf(ApiMethod.class);
        for (ApiMethod rpc : RPCS) {
            boolean isDocumented =
                    rpc == ApiMethod.LIST ? isListed(service, pattern.segments()) : service.documents(rpc, operation);
            if (isDocumented) {
                rpcs.add(rpc);
            }
        }
        return rpcs;
    }

    private static boolean isListed(ServiceDefinition service, List<String> segments) {
        return segments.size() > 1
                && service.documents(ApiMethod.LIST, sample(segments.subList(0, segments.size() - 1)));
    }

    /** A name of this form. */
    private static ResourceName sample(List<String> segments) {
        return ResourceName.parse(String.join("/", segments).replace("**", "x").replace("*", "x"));
    }
}
