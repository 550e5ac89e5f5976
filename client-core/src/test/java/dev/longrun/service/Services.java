// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import java.util.Objects;

/** The services of {@code services.table}. */
final class Services {
    static final ServiceTable TABLE = ServiceTable.read(
            "services.table", Objects.requireNonNull(Services.class.getResourceAsStream("services.table")));
    static final ServiceDefinition FILE = of("file", "v1");
    static final ServiceDefinition VERTEX = of("aiplatform", "v1");

    private Services() {}

    static ServiceDefinition of(String shortName, String version) {
        return TABLE.definitions(shortName + ".googleapis.com").stream()
                .filter(definition -> definition.version().equals(version))
                .findFirst()
                .orElseThrow();
    }
}
