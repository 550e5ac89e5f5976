// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.name;

import dev.longrun.name.ResourceName;
import dev.longrun.service.Rpc;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceRegistry;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The service of a bare name that is asked of an endpoint on this machine. There the host tells nothing, and services that
 * document the same path get the same bytes, so that the choice among them changes no request. Elsewhere nothing is assumed.
 */
final class AssumedService {
    /** Asked first, in this order; then all others by name. */
    private static final List<String> FIRST = List.of(
            "file.googleapis.com",
            "aiplatform.googleapis.com",
            "dataplex.googleapis.com",
            "dialogflow.googleapis.com",
            "discoveryengine.googleapis.com");

    private final ServiceRegistry registry;
    private final Naming naming;
    private final Consumer<String> notes;
    private final Set<ServiceDefinition> told = new HashSet<>();

    AssumedService(ServiceRegistry registry, Naming naming, Consumer<String> notes) {
        this.registry = registry;
        this.naming = naming;
        this.notes = notes;
    }

    /** One that documents a cancel for such names is preferred to one that only documents {@code rpc}. */
    Optional<ServiceDefinition> documenting(Rpc rpc, ResourceName name) {
        if (!naming.onThisMachine()) {
            return Optional.empty();
        }
        Optional<ServiceDefinition> found = first(Rpc.CANCEL, name).or(() -> first(rpc, name));
        found.filter(told::add)
                .ifPresent(service -> notes.accept("lro: read as a name of " + service.label()
                        + ", since this machine serves every service alike; --service names another"));
        return found;
    }

    private Optional<ServiceDefinition> first(Rpc rpc, ResourceName name) {
        return candidates()
                .filter(service -> service.rule(rpc, name).isPresent())
                .findFirst();
    }

    private Stream<ServiceDefinition> candidates() {
        return Stream.concat(FIRST.stream(), registry.services().stream())
                .distinct()
                .flatMap(service -> registry.versions(service).stream())
                .filter(service -> naming.version()
                        .filter(v -> !v.equals(service.version()))
                        .isEmpty());
    }
}
