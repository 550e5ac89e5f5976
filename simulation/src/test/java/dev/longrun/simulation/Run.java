// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import java.util.Random;

/** What all parts of one run share. */
record Run(Scenario scenario, SimulatedWorld world, ModelService service, Trace trace) {
    /** An event that a shrunk run leaves out if it is late. */
    void once(long time, Runnable event) {
        if (scenario.allows(time)) {
            world.after(time, event);
        }
    }

    /** @param random draws the version of the service that is asked */
    OperationName name(String operation, Random random) {
        boolean beta = scenario.has(Feature.OTHER_SERVICES) && random.nextInt(3) == 0;
        return OperationName.of(definition(ModelApi.of(operation), beta ? "v1beta1" : "v1"), operation);
    }

    /** For a journal. */
    ServiceDefinition service(String host, String version) {
        return definition(ModelApi.ofHost(host), version);
    }

    private ServiceDefinition definition(ModelApi api, String version) {
        return api.definition(version, scenario.has(Feature.SERVER_WAITS));
    }
}
