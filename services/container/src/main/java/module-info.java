// SPDX-License-Identifier: Apache-2.0
/** GKE for Longrun: names, documented bindings and typed operations. */
module dev.longrun.container {
    requires transitive dev.longrun.core;
    requires static org.jspecify;

    exports dev.longrun.container;
    exports dev.longrun.container.v1;
    exports dev.longrun.container.v1beta1;

    provides dev.longrun.service.ServiceProvider with
            dev.longrun.container.ContainerProvider;
}
