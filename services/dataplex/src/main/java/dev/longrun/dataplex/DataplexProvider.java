// SPDX-License-Identifier: Apache-2.0
package dev.longrun.dataplex;

import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceProvider;
import dev.longrun.service.ServiceTable;

/** Brings Dataplex to a {@link dev.longrun.service.ServiceRegistry}. */
public final class DataplexProvider implements ServiceProvider {
    private static final String SERVICE = "dataplex.googleapis.com";
    private static final String RESOURCE = "dataplex.table";
    private static final ServiceTable TABLE =
            ServiceTable.read(RESOURCE, DataplexProvider.class.getResourceAsStream(RESOURCE));

    /** For {@link java.util.ServiceLoader}. */
    public DataplexProvider() {}

    @Override
    public ServiceTable table() {
        return TABLE;
    }

    /**
     * The definition of a version that is known only at run time; else {@code Dataplex.definition()} of its package is
     * shorter.
     *
     * @throws dev.longrun.name.InvalidNameException if it is not {@code v1}
     */
    public static ServiceDefinition definition(String version) {
        return TABLE.definition(SERVICE, version);
    }
}
