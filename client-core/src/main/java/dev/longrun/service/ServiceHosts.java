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
                new EndpointRule(service, endpoints),
                new EndpointRule(service.replaceFirst("\\.", ".mtls."), mtls),
                regional);
    }

    /** The regional host for this location, or for the region that it lies in. */
    Optional<String> regional(Location location) {
        return regional.stream().flatMap(row -> row.host(location).stream()).findFirst();
    }
}
