// SPDX-License-Identifier: Apache-2.0
/** Cloud SQL for Longrun: names, documented bindings and typed operations. */
module dev.longrun.sqladmin {
    requires transitive dev.longrun.core;
    requires static org.jspecify;

    exports dev.longrun.sqladmin;
    exports dev.longrun.sqladmin.v1;
    exports dev.longrun.sqladmin.v1beta4;

    provides dev.longrun.service.ServiceProvider with
            dev.longrun.sqladmin.SqladminProvider;
}
