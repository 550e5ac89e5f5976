// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceRegistry;
import java.util.Arrays;

/** A service of the catalog for each dialect, and for paths of another form, with a parent of operations there. */
enum DialectPlace {
    COMPUTE("compute", "projects/p/zones/z"),
    CONTAINER("container", "projects/p/locations/z"),
    SQLADMIN("sqladmin", "projects/p"),
    DNS("dns", "projects/p/managedZones/z"),
    STORAGE("storage", "projects/_/buckets/b");

    private final OperationParent parent;

    DialectPlace(String service, String parent) {
        this.parent = ServiceRegistry.load().parent("//" + service + ".googleapis.com/" + parent);
    }

    /** A server of these services, and a client. */
    static Harness serve() {
        return Harness.serving(
                Arrays.stream(values()).map(place -> place.parent.service()).toArray(ServiceDefinition[]::new));
    }

    OperationName name(String id) {
        return parent.operation(parent + "/operations/" + id);
    }

    OperationParent parent() {
        return parent;
    }
}
