// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests.typed;

import static dev.longrun.tests.typed.WireForm.COMPUTE;
import static dev.longrun.tests.typed.WireForm.CONTAINER;
import static dev.longrun.tests.typed.WireForm.LONGRUNNING;
import static dev.longrun.tests.typed.WireForm.SQLADMIN;

import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import java.util.List;

/**
 * One version of a typed service.
 *
 * @param entry the class its names start from
 * @param prefix what its paths begin with
 * @param form how it takes and ends requests
 * @param readable how many forms of operation names the documentation has for get
 * @param cancellable how many of them it has for cancel
 */
record TypedService(
        Class<?> entry, ServiceDefinition definition, String prefix, WireForm form, int readable, int cancellable) {

    static List<TypedService> all() {
        return List.of(
                of(dev.longrun.aiplatform.v1.Aiplatform.class, "v1", LONGRUNNING, 49, 45),
                of(dev.longrun.aiplatform.v1beta1.Aiplatform.class, "v1beta1", LONGRUNNING, 61, 54),
                of(dev.longrun.compute.alpha.Compute.class, "compute/alpha", COMPUTE, 7, 0),
                of(dev.longrun.compute.beta.Compute.class, "compute/beta", COMPUTE, 4, 0),
                of(dev.longrun.compute.v1.Compute.class, "compute/v1", COMPUTE, 7, 0),
                of(dev.longrun.container.v1.Container.class, "v1", CONTAINER, 2, 2),
                of(dev.longrun.container.v1beta1.Container.class, "v1beta1", CONTAINER, 2, 2),
                of(dev.longrun.dataplex.v1.Dataplex.class, "v1", LONGRUNNING, 2, 2),
                of(dev.longrun.dialogflow.cx.v3.DialogflowCx.class, "v3", LONGRUNNING, 2, 2),
                of(dev.longrun.dialogflow.cx.v3beta1.DialogflowCx.class, "v3beta1", LONGRUNNING, 2, 2),
                of(dev.longrun.discoveryengine.v1.DiscoveryEngine.class, "v1", LONGRUNNING, 15, 4),
                of(dev.longrun.discoveryengine.v1alpha.DiscoveryEngine.class, "v1alpha", LONGRUNNING, 17, 2),
                of(dev.longrun.discoveryengine.v1beta.DiscoveryEngine.class, "v1beta", LONGRUNNING, 18, 2),
                of(dev.longrun.filestore.v1.Filestore.class, "v1", LONGRUNNING, 1, 1),
                of(dev.longrun.filestore.v1beta1.Filestore.class, "v1beta1", LONGRUNNING, 1, 1),
                of(dev.longrun.sqladmin.v1.Sqladmin.class, "v1", SQLADMIN, 1, 1),
                of(dev.longrun.sqladmin.v1beta4.Sqladmin.class, "sql/v1beta4", SQLADMIN, 1, 1));
    }

    private static TypedService of(Class<?> entry, String prefix, WireForm form, int readable, int cancellable) {
        ServiceDefinition definition = (ServiceDefinition) Calls.invoke(entry, "definition");
        return new TypedService(entry, definition, prefix, form, readable, cancellable);
    }

    OperationName parseOperation(String text) {
        return (OperationName) Calls.invoke(entry, "parseOperation", text);
    }

    /** {@code /v1/projects/p}. */
    String path(Object name) {
        return '/' + prefix + '/' + name;
    }

    @Override
    public String toString() {
        return definition.label();
    }
}
