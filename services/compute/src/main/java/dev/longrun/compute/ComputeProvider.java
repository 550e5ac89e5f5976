// SPDX-License-Identifier: Apache-2.0
package dev.longrun.compute;

import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceProvider;
import dev.longrun.service.ServiceTable;

/** Brings Compute Engine to a {@link dev.longrun.service.ServiceRegistry}. */
public final class ComputeProvider implements ServiceProvider {
    private static final String SERVICE = "compute.googleapis.com";
    private static final String RESOURCE = "compute.table";
    private static final ServiceTable TABLE =
            ServiceTable.read(RESOURCE, ComputeProvider.class.getResourceAsStream(RESOURCE));

    /** For {@link java.util.ServiceLoader}. */
    public ComputeProvider() {}

    @Override
    public ServiceTable table() {
        return TABLE;
    }

    /**
     * The definition of a version that is known only at run time; else {@code Compute.definition()} of its package is
     * shorter.
     *
     * @throws dev.longrun.name.InvalidNameException if it is not one of {@code v1}, {@code beta} and {@code alpha}
     */
    public static ServiceDefinition definition(String version) {
        return TABLE.definition(SERVICE, version);
    }
}
