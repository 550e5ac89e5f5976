// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.error.ConfigurationException;
import dev.longrun.name.Location;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The hosts of one service.
 *
 * @param regional hosts that are used only when asked for
 */
record ServiceHosts(EndpointRule endpoint, EndpointRule mtls, List<EndpointRule.Row> regional) {
    private static final int FEW = 6;

    ServiceHosts {
        regional = List.copyOf(regional);
    }

    static ServiceHosts of(
            String service,
            List<EndpointRule.Row> endpoints,
            List<EndpointRule.Row> mtls,
            List<EndpointRule.Row> regional) {
        EndpointRule usual = new EndpointRule(anywhere(endpoints).orElse(service), endpoints);
        return new ServiceHosts(usual, mtls(service, usual, mtls), regional);
    }

    /** {@code .mtls.} is Google's: another service has no hosts but those that its definition names. */
    private static EndpointRule mtls(String service, EndpointRule usual, List<EndpointRule.Row> rows) {
        boolean google = service.endsWith(ServiceHost.GOOGLE);
        return rows.isEmpty() && !google
                ? usual
                : new EndpointRule(
                        anywhere(rows).orElse(google ? service.replaceFirst("\\.", ".mtls.") : usual.defaultHost()),
                        rows);
    }

    /** The host of a row for any location, if it is the same for all: it is that of names without a location too. */
    private static Optional<String> anywhere(List<EndpointRule.Row> endpoints) {
        for (EndpointRule.Row row : endpoints) {
            if (row.isForAll()) {
                return Optional.of(row.form());
            }
        }
        return Optional.empty();
    }

    /**
     * The regional host for this location, or for the region that it lies in.
     *
     * @throws ConfigurationException if none is listed, with the locations that are
     */
    String regional(String label, Optional<Location> location) {
        return location.flatMap(this::regional)
                .orElseThrow(() -> new ConfigurationException(label + ": " + noneFor(location)));
    }

    private Optional<String> regional(Location location) {
        return regional.stream().flatMap(row -> row.host(location).stream()).findFirst();
    }

    private String noneFor(Optional<Location> location) {
        List<String> listed = regionalLocations();
        if (listed.isEmpty()) {
            return "the service lists no regional hosts; its host is " + endpoint.host(location);
        }
        String known = listed.size() <= FEW
                ? "it lists one for " + String.join(", ", listed)
                : "it lists one for %s locations, such as %s"
                        .formatted(listed.size(), String.join(", ", nearest(listed, location)));
        return location.map(place -> "the service lists no regional host for the location " + place)
                        .orElse("a regional host is one of a location, and the name has none")
                + "; " + known;
    }

    private static List<String> nearest(List<String> listed, Optional<Location> location) {
        return location.map(place -> SimilarNames.nearest(listed, place.id()))
                .filter(near -> !near.isEmpty())
                .orElse(listed.subList(0, FEW));
    }

    /** The locations with a regional host, in the table's order. */
    List<String> regionalLocations() {
        return regional.stream()
                .flatMap(row -> row.locations().stream())
                .distinct()
                .toList();
    }

    /** This host, with its port if it has one, where a row names it; empty if none does. */
    Optional<String> find(String host) {
        return forms().flatMap(form -> form.at(host).stream()).findFirst();
    }

    /** The location in a host that a row names. */
    Optional<String> locationIn(String host) {
        return forms().flatMap(form -> form.locationIn(host).stream()).findFirst();
    }

    private Stream<HostForm> forms() {
        Stream<EndpointRule.Row> rows =
                Stream.of(endpoint.rows(), mtls.rows(), regional).flatMap(List::stream);
        return Stream.concat(Stream.of(endpoint.defaultHost(), mtls.defaultHost()), rows.map(EndpointRule.Row::form))
                .map(HostForm::new);
    }
}
