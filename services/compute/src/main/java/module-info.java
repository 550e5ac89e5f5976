// SPDX-License-Identifier: Apache-2.0
/** Compute Engine for Longrun: names, documented bindings and typed operations. */
module dev.longrun.compute {
    requires transitive dev.longrun.core;
    requires static org.jspecify;

    exports dev.longrun.compute;
    exports dev.longrun.compute.alpha;
    exports dev.longrun.compute.beta;
    exports dev.longrun.compute.v1;

    provides dev.longrun.service.ServiceProvider with
            dev.longrun.compute.ComputeProvider;
}
