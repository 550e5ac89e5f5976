// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import java.util.Objects;

/** The services of {@code services.table}. */
public final class Services {
    public static final ServiceTable TABLE = ServiceTable.read(
            "services.table", Objects.requireNonNull(Services.class.getResourceAsStream("services.table")));
    public static final ServiceDefinition FILE = of("file", "v1");
    public static final ServiceDefinition VERTEX = of("aiplatform", "v1");

    private Services() {}

    public static ServiceDefinition of(String shortName, String version) {
        return TABLE.definitions(shortName + ".googleapis.com").stream()
                .filter(definition -> definition.version().equals(version))
                .findFirst()
                .orElseThrow();
    }
}
