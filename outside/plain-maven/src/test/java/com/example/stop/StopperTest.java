// SPDX-License-Identifier: Apache-2.0
package com.example.stop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.longrun.OperationsClient;
import dev.longrun.error.Code;
import dev.longrun.error.Status;
import dev.longrun.googleapiclient.GoogleJsonErrors;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.testkit.FakeOperationsServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StopperTest {

    @Test
    void whatRunsIsCancelled() {
        try (var server = FakeOperationsServer.start();
                var client = OperationsClient.builder()
                        .endpoint(server.url())
                        .withoutCredentials()
                        .build()) {
            server.operation("projects/acme/locations/us-central1/operations/operation-17")
                    .cancelsAfter(Duration.ZERO);
            String outcome = new Stopper(client).operation("operation-17");
            System.out.println(outcome);
            assertTrue(outcome.contains(": cancelled (request accepted, "), outcome);
        }
    }

    @Test
    void theCatalogKnowsOtherServices() {
        var name = ServiceRegistry.load().operation("//spanner.googleapis.com/projects/acme/instances/i/operations/o");
        assertTrue(name.fullName().startsWith("//spanner.googleapis.com/"), name.fullName());
    }

    @Test
    void errorsAreThoseOfTheOtherClient() {
        assertEquals(404, GoogleJsonErrors.error(Status.of(Code.NOT_FOUND, "gone")).getCode());
    }
}
