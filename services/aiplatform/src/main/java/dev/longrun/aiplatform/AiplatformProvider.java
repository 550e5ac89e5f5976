// SPDX-License-Identifier: Apache-2.0
package dev.longrun.aiplatform;

import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceProvider;
import dev.longrun.service.ServiceTable;

/** Brings Vertex AI to a {@link dev.longrun.service.ServiceRegistry}. */
public final class AiplatformProvider implements ServiceProvider {
    private static final String SERVICE = "aiplatform.googleapis.com";
    private static final String RESOURCE = "aiplatform.table";
    private static final ServiceTable TABLE =
            ServiceTable.read(RESOURCE, AiplatformProvider.class.getResourceAsStream(RESOURCE));

    /** For {@link java.util.ServiceLoader}. */
    public AiplatformProvider() {}

    @Override
    public ServiceTable table() {
        return TABLE;
    }

    /**
     * The definition of a version that is known only at run time; else {@code Aiplatform.definition()} of its package
     * is shorter.
     *
     * @throws dev.longrun.name.InvalidNameException if it is not one of {@code v1} and {@code v1beta1}
     */
    public static ServiceDefinition definition(String version) {
        return TABLE.definition(SERVICE, version);
    }
}
