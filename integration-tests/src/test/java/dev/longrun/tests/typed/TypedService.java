// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests.typed;

import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import java.util.List;

/**
 * One version of a typed service.
 *
 * @param entry the class its names start from
 * @param readable how many forms of operation names the documentation has for get
 * @param cancellable how many of them it has for cancel
 */
record TypedService(Class<?> entry, ServiceDefinition definition, int readable, int cancellable) {

    static List<TypedService> all() {
        return List.of(
                of(dev.longrun.aiplatform.v1.Aiplatform.class, 49, 45),
                of(dev.longrun.aiplatform.v1beta1.Aiplatform.class, 61, 54),
                of(dev.longrun.dataplex.v1.Dataplex.class, 2, 2),
                of(dev.longrun.dialogflow.cx.v3.DialogflowCx.class, 2, 2),
                of(dev.longrun.dialogflow.cx.v3beta1.DialogflowCx.class, 2, 2),
                of(dev.longrun.discoveryengine.v1.DiscoveryEngine.class, 15, 4),
                of(dev.longrun.discoveryengine.v1alpha.DiscoveryEngine.class, 17, 2),
                of(dev.longrun.discoveryengine.v1beta.DiscoveryEngine.class, 18, 2),
                of(dev.longrun.filestore.v1.Filestore.class, 1, 1),
                of(dev.longrun.filestore.v1beta1.Filestore.class, 1, 1));
    }

    private static TypedService of(Class<?> entry, int readable, int cancellable) {
        ServiceDefinition definition = (ServiceDefinition) Calls.invoke(entry, "definition");
        return new TypedService(entry, definition, readable, cancellable);
    }

    OperationName parseOperation(String text) {
        return (OperationName) Calls.invoke(entry, "parseOperation", text);
    }

    @Override
    public String toString() {
        return definition.label();
    }
}
