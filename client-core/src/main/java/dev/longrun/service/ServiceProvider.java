// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

/**
 * Brings services to a {@link ServiceRegistry}. A module names its implementation, which has a public constructor
 * without parameters, in {@code META-INF/services} and in {@code provides … with}.
 */
public interface ServiceProvider {

    /** The services; asked for once a registry. */
    ServiceTable table();

    /** True if whatever another provider says of the same version of the same service is to be preferred. */
    default boolean fallback() {
        return false;
    }
}
