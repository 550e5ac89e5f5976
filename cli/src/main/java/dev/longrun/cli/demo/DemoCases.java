// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.demo;

import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.testkit.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Every outcome on one service, then one cancel on each of the others at a path that it documents. */
final class DemoCases {
    private static final String HOME = "projects/demo/locations/us-central1/operations/";
    private static final String ELSEWHERE = "projects/demo/locations/europe-west1/operations/";

    private final ServiceRegistry registry;
    private final Duration patience;
    private final List<DemoCase> cases = new ArrayList<>();

    private DemoCases(ServiceRegistry registry, Duration patience) {
        this.registry = registry;
        this.patience = patience;
    }

    /**
     * Services that are not on the class path are left out.
     *
     * @param patience with the operation that never ends
     */
    static List<DemoCase> of(ServiceRegistry registry, Duration patience) {
        DemoCases demo = new DemoCases(registry, patience);
        demo.outcomes(registry.service("file", "v1"));
        demo.cancelled(
                "aiplatform",
                "v1beta1",
                "projects/demo/locations/us-central1/endpoints/1/operations/cancels-300-deploy");
        demo.cancelled("dataplex", "v1", HOME + "cancels-300-scan");
        demo.cancelled("dialogflow", "v3beta1", "projects/demo/locations/global/operations/cancels-300-train");
        demo.cancelled(
                "discoveryengine",
                "v1",
                "projects/demo/locations/global/dataStores/docs/branches/0/operations/cancels-300-import");
        return List.copyOf(demo.cases);
    }

    private void outcomes(ServiceDefinition file) {
        add(file, "done-create", "ALREADY_DONE");
        add(file, "forgotten", "NOT_FOUND");
        add(file, "refuses-resize", "NOT_CANCELLABLE");
        add(file, "unsupported-migrate", "UNSUPPORTED");
        add(file, "cancels-300-export", "CANCELLED");
        add(file, "completes-600-backup", "COMPLETED_ANYWAY");
        add(file, "fails-600-restore", "FAILED_ANYWAY");
        cases.add(demo(file, "cancels-300-lost", "CANCELLED")
                .withFault((server, name) ->
                        server.faults().on(ApiMethod.CANCEL).of(name).once(Fault.lostResponse())));
        cases.add(DemoCase.of(OperationName.of(file, ELSEWHERE + "cancels-300-secret"), "UNKNOWN")
                .withFault((server, name) ->
                        server.faults().on(ApiMethod.GET).of(name).always(Fault.permissionDenied())));
        cases.add(demo(file, "stuck-copy", "STILL_RUNNING").withTimeout(patience));
    }

    private void cancelled(String service, String version, String name) {
        boolean known = registry.versions(service).stream()
                .anyMatch(definition -> definition.version().equals(version));
        if (known) {
            cases.add(DemoCase.of(OperationName.of(registry.service(service, version), name), "CANCELLED"));
        }
    }

    private void add(ServiceDefinition service, String id, String expected) {
        cases.add(demo(service, id, expected));
    }

    private static DemoCase demo(ServiceDefinition service, String id, String expected) {
        return DemoCase.of(OperationName.of(service, HOME + id), expected);
    }
}
