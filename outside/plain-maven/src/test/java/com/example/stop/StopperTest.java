// SPDX-License-Identifier: Apache-2.0
package com.example.stop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.api.gax.rpc.NotFoundException;
import dev.longrun.OperationsClient;
import dev.longrun.error.ApiException;
import dev.longrun.error.Code;
import dev.longrun.error.Status;
import dev.longrun.gax.GaxErrors;
import dev.longrun.googleapiclient.GoogleJsonErrors;
import dev.longrun.junit.FakeOperations;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.testkit.FakeOperationsServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@FakeOperations
class StopperTest {

    @Test
    void whatRunsIsCancelled(FakeOperationsServer server, OperationsClient client) {
        server.operation("projects/acme/locations/us-central1/operations/operation-17")
                .cancelsAfter(Duration.ofMinutes(2));
        String outcome = new Stopper(client).operation("operation-17");
        System.out.println(outcome);
        assertTrue(outcome.contains(": cancelled (request accepted, "), outcome);
    }

    @Test
    void theCatalogKnowsOtherServices() {
        var name = ServiceRegistry.load().operation("//spanner.googleapis.com/projects/acme/instances/i/operations/o");
        assertTrue(name.fullName().startsWith("//spanner.googleapis.com/"), name.fullName());
    }

    @Test
    void errorsAreThoseOfOtherClients() {
        Status status = Status.of(Code.NOT_FOUND, "gone");
        assertEquals(404, GoogleJsonErrors.error(status).getCode());
        ApiException error = ApiException.builder("gone", status, 404).build();
        assertInstanceOf(NotFoundException.class, GaxErrors.exception(error));
    }
}
