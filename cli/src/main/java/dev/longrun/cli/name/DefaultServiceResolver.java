// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.name;

import dev.longrun.name.ResourceName;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceRegistry;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Chooses the service of a bare name for an endpoint on this machine: the first of five services that documents such
 * names. No credentials go to this machine, so a wrong choice changes nothing in a real project. For other endpoints it
 * chooses none.
 */
final class DefaultServiceResolver {
    private static final List<String> IN_THIS_ORDER = List.of(
            "file.googleapis.com",
            "aiplatform.googleapis.com",
            "dataplex.googleapis.com",
            "dialogflow.googleapis.com",
            "discoveryengine.googleapis.com");

    private final ServiceRegistry registry;
    private final NameDefaults defaults;
    private final Consumer<String> notes;
    private final Set<ServiceDefinition> noted = new HashSet<>();

    /** @param notes receives a line for each service that is chosen */
    DefaultServiceResolver(ServiceRegistry registry, NameDefaults defaults, Consumer<String> notes) {
        this.registry = registry;
        this.defaults = defaults;
        this.notes = notes;
    }

    /** Prefers a service that documents a cancel for such names to one that only documents {@code rpc}. */
    Optional<ServiceDefinition> documenting(ApiMethod rpc, ResourceName name, Optional<String> version) {
        if (!defaults.onThisMachine()) {
            return Optional.empty();
        }
        Optional<ServiceDefinition> found =
                first(ApiMethod.CANCEL, name, version).or(() -> first(rpc, name, version));
        found.filter(noted::add)
                .ifPresent(service -> notes.accept("lro: read as a name of " + service.label()
                        + ", as the endpoint is on this machine; --service names another"));
        return found;
    }

    private Optional<ServiceDefinition> first(ApiMethod rpc, ResourceName name, Optional<String> version) {
        return candidates(version)
                .filter(service -> service.documents(rpc, name))
                .findFirst();
    }

    private Stream<ServiceDefinition> candidates(Optional<String> version) {
        return IN_THIS_ORDER.stream()
                .flatMap(service -> registry.versions(service).stream())
                .filter(service ->
                        version.filter(v -> !v.equals(service.version())).isEmpty());
    }
}
