// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.name.Location;
import java.util.List;
import java.util.Optional;

/**
 * The hosts of a service by location: the first row that is for the location gives the host, and if there is none the
 * default host does. A {@link Location} is one DNS label by construction, so a name cannot inject another host.
 *
 * <pre>{@code
 * us eu      aiplatform.{location}.rep.googleapis.com
 * region     {location}-aiplatform.googleapis.com
 * }</pre>
 *
 * @param defaultHost for names without a location, and for locations without a row
 */
record EndpointRule(String defaultHost, List<Row> rows) {

    public EndpointRule {
        rows = List.copyOf(rows);
    }

    /** The host for this location. */
    public String host(Optional<Location> location) {
        for (Row row : location.isPresent() ? rows : List.<Row>of()) {
            Optional<String> host = row.host(location.get());
            if (host.isPresent()) {
                return host.get();
            }
        }
        return defaultHost;
    }

    /**
     * @param locations location ids, or {@code region} for every region and the zones in it, or {@code *} for any
     *     location
     * @param form a host, with {@code {location}} where the id goes
     */
    public record Row(List<String> locations, String form) {
        private static final String ANY = "*";
        private static final String REGION = "region";

        public Row {
            locations = List.copyOf(locations);
        }

        boolean isForAll() {
            return locations.contains(ANY) && !form.contains("{");
        }

        Optional<String> host(Location location) {
            if (locations.contains(ANY) || locations.contains(location.id())) {
                return Optional.of(at(location));
            }
            Location region = location.region();
            boolean isRegion = region.id().indexOf('-') > 0;
            return isRegion && (locations.contains(REGION) || locations.contains(region.id()))
                    ? Optional.of(at(region))
                    : Optional.empty();
        }

        private String at(Location location) {
            return new HostForm(form).with(location.id());
        }
    }
}
