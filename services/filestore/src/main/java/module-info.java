// SPDX-License-Identifier: Apache-2.0
/** Filestore for Longrun: names, documented bindings and metadata of its operations. */
module dev.longrun.filestore {
    requires transitive dev.longrun.core;
    requires static org.jspecify;

    exports dev.longrun.filestore;
    exports dev.longrun.filestore.v1;
    exports dev.longrun.filestore.v1beta1;

    provides dev.longrun.service.ServiceProvider with
            dev.longrun.filestore.FilestoreProvider;
}
