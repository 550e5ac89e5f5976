// SPDX-License-Identifier: Apache-2.0
package dev.longrun.dialogflow.cx;

import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceProvider;
import dev.longrun.service.ServiceTable;

/** Brings Dialogflow CX to a {@link dev.longrun.service.ServiceRegistry}. */
public final class DialogflowCxProvider implements ServiceProvider {
    private static final String SERVICE = "dialogflow.googleapis.com";
    private static final String RESOURCE = "dialogflow-cx.table";
    private static final ServiceTable TABLE =
            ServiceTable.read(RESOURCE, DialogflowCxProvider.class.getResourceAsStream(RESOURCE));

    /** For {@link java.util.ServiceLoader}. */
    public DialogflowCxProvider() {}

    @Override
    public ServiceTable table() {
        return TABLE;
    }

    /**
     * The definition of a version that is known only at run time; else {@code DialogflowCx.definition()} of its package
     * is shorter.
     *
     * @throws dev.longrun.name.InvalidNameException if it is not one of {@code v3} and {@code v3beta1}
     */
    public static ServiceDefinition definition(String version) {
        return TABLE.definition(SERVICE, version);
    }
}
