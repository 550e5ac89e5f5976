// SPDX-License-Identifier: Apache-2.0
package dev.longrun.catalog;

import static java.util.Objects.requireNonNull;

import dev.longrun.service.ServiceProvider;
import dev.longrun.service.ServiceTable;

/**
 * The services that Google's protos or discovery documents describe; yields to typed modules.
 *
 * <pre>{@code
 * ServiceRegistry.load().service("spanner")          // with this module on the path
 * ServiceRegistry.of(new Catalog()).service("spanner")
 * }</pre>
 */
public final class Catalog implements ServiceProvider {
    private static final String TABLE = "catalog.table";

    /** Reads nothing yet. */
    public Catalog() {}

    @Override
    public ServiceTable table() {
        return ServiceTable.read(TABLE, requireNonNull(Catalog.class.getResourceAsStream(TABLE), TABLE));
    }

    @Override
    public boolean fallback() {
        return true;
    }
}
