// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import dev.longrun.OperationsClient;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.testkit.FakeOperationsServer;
import java.util.stream.Stream;

/** Cancels an operation, and says in which modules the types live that it took. Started by {@link ModulePathTest}. */
final class ModulePathProgram {
    private ModulePathProgram() {}

    public static void main(String[] args) {
        ServiceRegistry services = ServiceRegistry.load();
        try (FakeOperationsServer server = FakeOperationsServer.start();
                OperationsClient client = OperationsClient.builder()
                        .endpoint(server.url())
                        .withoutCredentials()
                        .build()) {
            OperationName name =
                    services.operation("//file.googleapis.com/projects/p/locations/us-central1/operations/cancels-0-x");
            System.out.println(client.canceller().cancel(name).describe());
        }
        Stream.of(OperationsClient.class, FakeOperationsServer.class)
                .map(Class::getModule)
                .forEach(System.out::println);
    }
}
