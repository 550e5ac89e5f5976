// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.name.Location;
import java.util.List;
import java.util.Optional;

/**
 * The hosts of one service.
 *
 * @param regional hosts that are used only when asked for
 */
record ServiceHosts(EndpointRule endpoint, EndpointRule mtls, List<EndpointRule.Row> regional) {

    ServiceHosts {
        regional = List.copyOf(regional);
    }

    static ServiceHosts of(
            String service,
            List<EndpointRule.Row> endpoints,
            List<EndpointRule.Row> mtls,
            List<EndpointRule.Row> regional) {
        return new ServiceHosts(
                new EndpointRule(anywhere(endpoints).orElse(service), endpoints),
                new EndpointRule(anywhere(mtls).orElse(service.replaceFirst("\\.", ".mtls.")), mtls),
                regional);
    }

    /** The host of a row for any location, if it is the same for all: it is that of names without a location too. */
    private static Optional<String> anywhere(List<EndpointRule.Row> endpoints) {
        return endpoints.stream()
                .filter(EndpointRule.Row::isForAll)
                .map(EndpointRule.Row::form)
                .findFirst();
    }

    /** The regional host for this location, or for the region that it lies in. */
    Optional<String> regional(Location location) {
        return regional.stream().flatMap(row -> row.host(location).stream()).findFirst();
    }
}
