// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import dev.longrun.http.HttpMethod;
import dev.longrun.name.PathTemplate;

/**
 * What is called of {@code google.cloud.location.Locations}, an interface that many services have beside their own.
 *
 * <p>Source: {@code google/cloud/location/locations.proto}; the services that have it bind it alike, each under its
 * version.
 */
public enum LocationsMethod implements ApiMethod {
    LIST;

    @Override
    public String label() {
        return "locations";
    }

    /** {@code GET /v1/{name=projects/*}{@code /locations}}. */
    public HttpRule rule(ServiceDefinition service) {
        String template = '/' + service.version() + "/{name=projects/*}/locations";
        return new HttpRule(HttpMethod.GET, PathTemplate.parse(template), false);
    }
}
