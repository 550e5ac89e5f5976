// SPDX-License-Identifier: Apache-2.0
package dev.longrun.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.longrun.OperationsClient;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.filestore.v1.Filestore;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.FakeOperationsServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The example of the package's documentation. */
@FakeOperations
class FakeOperationsExampleTest {

    @Test
    void cancelsWhatIsLeft(FakeOperationsServer server, OperationsClient client) {
        OperationName name = Filestore.project("p").location("us-central1-a").operation("backup-1");
        server.operation(name.value()).cancelsAfter(Duration.ofHours(2));

        CancelOutcome outcome =
                client.canceller().cancel(name, CancelOptions.defaults().withTimeout(Duration.ofHours(3)));

        assertEquals(CancelOutcome.Kind.CANCELLED, outcome.kind());
    }
}
