// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.name;

import java.util.Optional;
import java.util.Set;

/**
 * What the options and the environment add to names.
 *
 * @param service as in {@code file} or {@code file.googleapis.com}
 * @param version of the API; if absent, the newest stable one that documents the name
 * @param place completes ids
 * @param onThisMachine whether requests go to an endpoint on this machine
 */
public record NameDefaults(
        Optional<String> service, Optional<String> version, DefaultPlace place, boolean onThisMachine) {
    /** Services with operations in zones whose names say so only by the id of the location, or by collections. */
    private static final Set<String> WITH_ZONES =
            Set.of("file.googleapis.com", "compute.googleapis.com", "container.googleapis.com", "tpu.googleapis.com");

    /** The project that completes ids. */
    public Optional<String> project() {
        return place.project();
    }

    /**
     * The location that completes ids.
     *
     * @param fullService the full name of the service, or an empty string
     */
    public Optional<String> location(String fullService) {
        return place.location(WITH_ZONES.contains(fullService));
    }

    /** The same in all locations. */
    public NameDefaults inAllLocations() {
        return new NameDefaults(service, version, new AllLocations(place), onThisMachine);
    }
}
