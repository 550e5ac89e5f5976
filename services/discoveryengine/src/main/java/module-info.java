// SPDX-License-Identifier: Apache-2.0
/** Discovery Engine for Longrun: names, documented bindings and metadata of its operations. */
module dev.longrun.discoveryengine {
    requires transitive dev.longrun.core;
    requires static org.jspecify;

    exports dev.longrun.discoveryengine;
    exports dev.longrun.discoveryengine.v1;
    exports dev.longrun.discoveryengine.v1alpha;
    exports dev.longrun.discoveryengine.v1beta;

    provides dev.longrun.service.ServiceProvider with
            dev.longrun.discoveryengine.DiscoveryEngineProvider;
}
