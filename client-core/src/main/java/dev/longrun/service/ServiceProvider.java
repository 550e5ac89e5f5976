// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

/**
 * Contributes services to a {@link ServiceRegistry}. A module names its implementation, which has a public constructor
 * without parameters, in {@code META-INF/services} and in {@code provides … with}.
 */
public interface ServiceProvider {

    /** The services. A registry calls this once. */
    ServiceTable table();

    /** True if another provider's definition of the same version of a service takes precedence. */
    default boolean fallback() {
        return false;
    }
}
