// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sqladmin;

import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceProvider;
import dev.longrun.service.ServiceTable;

/** Brings Cloud SQL to a {@link dev.longrun.service.ServiceRegistry}. */
public final class SqladminProvider implements ServiceProvider {
    private static final String SERVICE = "sqladmin.googleapis.com";
    private static final String RESOURCE = "sqladmin.table";
    private static final ServiceTable TABLE =
            ServiceTable.read(RESOURCE, SqladminProvider.class.getResourceAsStream(RESOURCE));

    /** For {@link java.util.ServiceLoader}. */
    public SqladminProvider() {}

    @Override
    public ServiceTable table() {
        return TABLE;
    }

    /**
     * The definition of a version that is known only at run time; else {@code Sqladmin.definition()} of its package is
     * shorter.
     *
     * @throws dev.longrun.name.InvalidNameException if it is not one of {@code v1} and {@code v1beta4}
     */
    public static ServiceDefinition definition(String version) {
        return TABLE.definition(SERVICE, version);
    }
}
