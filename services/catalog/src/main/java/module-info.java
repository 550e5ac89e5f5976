// SPDX-License-Identifier: Apache-2.0
/** Every Google API that binds long-running operations over HTTP, as data. */
module dev.longrun.catalog {
    requires transitive dev.longrun.core;
    requires static org.jspecify;

    exports dev.longrun.catalog;

    provides dev.longrun.service.ServiceProvider with
            dev.longrun.catalog.Catalog;
}
