// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.name;

import dev.longrun.name.Location;
import dev.longrun.name.ResourceName;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.ServiceRegistry;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Completes an operation's id, or makes a parent, with the project and the location of the options. */
final class NameCompleter {
    private final ServiceRegistry registry;
    private final NameDefaults defaults;
    private @Nullable String parent; // of all names: a file may have many ids

    NameCompleter(ServiceRegistry registry, NameDefaults defaults) {
        this.registry = registry;
        this.defaults = defaults;
    }

    /** Whether {@code text} is an id, and there are options to complete it with. */
    boolean isId(String text) {
        return !text.isEmpty()
                && text.indexOf('/') < 0
                && (defaults.place().isGiven() || defaults.project().isPresent());
    }

    /** {@code projects/p/locations/l/operations/o}, or {@code projects/p/operations/o} where no location is given. */
    String complete(String id) {
        return parent() + "/operations/" + id;
    }

    /**
     * {@code projects/p/locations/l}, or {@code projects/p}. A service that has zones, regions and {@code global} in
     * place of locations, as Compute Engine, gets the one that the location is.
     */
    String parent() {
        String known = parent;
        if (known == null) {
            known = made();
            parent = known;
        }
        return known;
    }

    private String made() {
        String project = defaults.project()
                .orElseThrow(() ->
                        new IllegalArgumentException("--location needs --project with it: names begin projects/…"));
        return location().map(id -> within("projects/" + project, id)).orElse("projects/" + project);
    }

    /** The location that completes names of this service. */
    Optional<String> location() {
        return defaults.location(defaults.service()
                .map(service -> registry.versions(service).get(0).name())
                .orElse(""));
    }

    private String within(String project, String id) {
        ResourceName usual = ResourceName.parse(project + "/locations/" + id);
        return Stream.concat(Stream.of(usual), usual.location().stream().map(location -> other(project, location)))
                .filter(place -> documents(ApiMethod.LIST, place))
                .findFirst()
                .orElseGet(() -> withoutLocation(project, usual))
                .value();
    }

    /**
     * Where all operations are of the project, as in Cloud SQL, a location that was given is rejected, and one of the
     * environment is not used.
     */
    private ResourceName withoutLocation(String project, ResourceName usual) {
        if (!documents(ApiMethod.GET, operation(usual.value())) && documents(ApiMethod.GET, operation(project))) {
            if (!defaults.place().isLocationGiven()) {
                return ResourceName.parse(project);
            }
            throw new IllegalArgumentException("%s: operations have no location in their names; leave out --location"
                    .formatted(defaults.service().orElse("")));
        }
        return usual;
    }

    private static ResourceName operation(String parent) {
        return ResourceName.parse(parent + "/operations/o");
    }

    private static ResourceName other(String project, Location location) {
        if (location.isGlobal()) {
            return ResourceName.parse(project + "/global");
        }
        boolean isZone = !location.region().equals(location);
        return ResourceName.parse(project + (isZone ? "/zones/" : "/regions/") + location);
    }

    private boolean documents(ApiMethod rpc, ResourceName name) {
        return defaults.service().stream()
                .flatMap(service -> registry.versions(service).stream())
                .anyMatch(version -> version.documents(rpc, name));
    }
}
