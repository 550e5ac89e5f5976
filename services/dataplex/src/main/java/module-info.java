// SPDX-License-Identifier: Apache-2.0
/** Dataplex for Longrun: names, documented bindings and metadata of its operations. */
module dev.longrun.dataplex {
    requires transitive dev.longrun.core;
    requires static org.jspecify;

    exports dev.longrun.dataplex;
    exports dev.longrun.dataplex.v1;

    provides dev.longrun.service.ServiceProvider with
            dev.longrun.dataplex.DataplexProvider;
}
