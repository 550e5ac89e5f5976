// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceTable;

/** What all parts of one run share. */
record Run(Scenario scenario, SimulatedWorld world, ModelService service, Trace trace) {
    private static final ServiceDefinition FILE =
            ServiceTable.parse("file", """
                    service  file.googleapis.com
                    versions v1
                    names
                      projects/*/locations/*/operations/*  get list cancel
                    """).definition("file.googleapis.com", "v1");

    OperationName name(String operation) {
        return OperationName.of(FILE, operation);
    }

    /** For a journal. */
    static ServiceDefinition service(String service, String version) {
        return FILE;
    }
}
