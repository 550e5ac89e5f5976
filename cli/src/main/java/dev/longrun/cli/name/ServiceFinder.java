// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.name;

import dev.longrun.name.NamePattern;
import dev.longrun.name.ResourceName;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds the services whose documented names an operation's name or id fits. Sends nothing. */
public final class ServiceFinder {
    private final ServiceRegistry registry;
    private final NameDefaults defaults;

    /** @param defaults of which service and version narrow the search, and project and location complete an id */
    public ServiceFinder(ServiceRegistry registry, NameDefaults defaults) {
        this.registry = registry;
        this.defaults = defaults;
    }

    /**
     * The likeliest services first, each once. A name that tells its service has that one only.
     *
     * @throws IllegalArgumentException if the text is neither a name nor an id
     */
    public List<ServiceCandidate> find(String text) {
        NameErrors.checkStray(text);
        return found(text.strip());
    }

    private List<ServiceCandidate> found(String text) {
        NameErrors.checkVersion(text);
        if (OperationNameParser.WITH_SERVICE.matcher(text).matches()) {
            return List.of(told(registry.operation(text)));
        }
        ResourceName name = ResourceName.parse(text);
        boolean isId = text.indexOf('/') < 0;
        return services()
                .flatMap(versions -> isId ? withId(versions, text).stream() : withName(versions, name).stream())
                .sorted(isId ? ServiceCandidate.LIKELIEST_ID_FIRST : ServiceCandidate.LIKELIEST_FIRST)
                .toList();
    }

    private static ServiceCandidate told(OperationName name) {
        return withName(List.of(name.service()), name.resource())
                .orElseGet(() -> ServiceCandidate.of(name.service(), NamePattern.parse(name.value()), name.resource()));
    }

    /** The versions of each service, the preferred one first. */
    private Stream<List<ServiceDefinition>> services() {
        Stream<String> names = defaults.service().isPresent()
                ? Stream.of(registry.service(defaults.service().get()).name())
                : registry.services().stream();
        return names.map(registry::versions).map(this::inVersion);
    }

    private List<ServiceDefinition> inVersion(List<ServiceDefinition> versions) {
        return versions.stream()
                .filter(each -> defaults.version()
                        .filter(v -> !v.equals(each.version()))
                        .isEmpty())
                .toList();
    }

    private static Optional<ServiceCandidate> withName(List<ServiceDefinition> versions, ResourceName name) {
        return first(
                versions,
                version -> version.patterns(ApiMethod.GET).stream()
                        .filter(pattern -> pattern.matches(name.value()))
                        .map(pattern -> ServiceCandidate.of(version, pattern, name))
                        .min(ServiceCandidate.LIKELIEST_FIRST));
    }

    private Optional<ServiceCandidate> withId(List<ServiceDefinition> versions, String id) {
        return first(
                versions,
                version -> version.patterns(ApiMethod.GET).stream()
                        .filter(pattern -> endsInWildcard(pattern.segments()))
                        .flatMap(
                                pattern -> ServiceCandidate.ofId(
                                        version, pattern, id, defaults.project(), defaults.location(version.name()))
                                        .stream())
                        .min(ServiceCandidate.LIKELIEST_ID_FIRST));
    }

    private static boolean endsInWildcard(List<String> segments) {
        return segments.get(segments.size() - 1).startsWith("*");
    }

    /** The candidate of the first version that has any. */
    private static Optional<ServiceCandidate> first(
            List<ServiceDefinition> versions, Function<ServiceDefinition, Optional<ServiceCandidate>> candidate) {
        return versions.stream()
                .flatMap(version -> candidate.apply(version).stream())
                .findFirst();
    }
}
