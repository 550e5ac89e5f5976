// SPDX-License-Identifier: Apache-2.0
package dev.longrun.discoveryengine;

import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceProvider;
import dev.longrun.service.ServiceTable;

/** Brings Discovery Engine to a {@link dev.longrun.service.ServiceRegistry}. */
public final class DiscoveryEngineProvider implements ServiceProvider {
    private static final String SERVICE = "discoveryengine.googleapis.com";
    private static final String RESOURCE = "discoveryengine.table";
    private static final ServiceTable TABLE =
            ServiceTable.read(RESOURCE, DiscoveryEngineProvider.class.getResourceAsStream(RESOURCE));

    /** For {@link java.util.ServiceLoader}. */
    public DiscoveryEngineProvider() {}

    @Override
    public ServiceTable table() {
        return TABLE;
    }

    /**
     * The definition of a version that is known only at run time; else {@code DiscoveryEngine.definition()} of its
     * package is shorter.
     *
     * @throws dev.longrun.name.InvalidNameException if it is not one of {@code v1}, {@code v1alpha} and {@code v1beta}
     */
    public static ServiceDefinition definition(String version) {
        return TABLE.definition(SERVICE, version);
    }
}
