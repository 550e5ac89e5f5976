// SPDX-License-Identifier: Apache-2.0
package dev.longrun.gax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.gax.longrunning.OperationFuture;
import com.google.api.gax.rpc.CancelledException;
import com.google.cloud.common.OperationMetadata;
import com.google.cloud.filestore.v1.CloudFilestoreManagerClient;
import com.google.cloud.filestore.v1.CloudFilestoreManagerSettings;
import com.google.protobuf.Empty;
import dev.longrun.OperationsClient;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.filestore.v1.Filestore;
import dev.longrun.testkit.FakeOperationsServer;
import java.util.concurrent.ExecutionException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The example of the package's documentation: a Filestore client starts an operation, and Longrun cancels it. */
@Timeout(120)
class GaxExampleTest {
    private static final String INSTANCE = CloudFilestores.PARENT + "/instances/i";

    private final FakeOperationsServer server = FakeOperationsServer.start();
    private final MockWebServer instances = new MockWebServer();

    @BeforeEach
    void start() throws Exception {
        instances.start();
    }

    @AfterEach
    void stop() {
        instances.close();
        server.close();
    }

    @Test
    void aCancelledOperationEndsTheFutureAsCancelled() throws Exception {
        CloudFilestoreManagerSettings settings = deletionIs("cancels-200-x");

        GaxBridge bridge = GaxBridge.of(settings, Filestore.definition());
        try (var filestore = CloudFilestoreManagerClient.create(settings);
                OperationsClient operations = bridge.builder().build()) {
            OperationFuture<Empty, OperationMetadata> deletion = filestore.deleteInstanceAsync(INSTANCE);

            CancelOutcome outcome = operations.canceller().cancel(bridge.name(deletion));

            assertThat(outcome.kind()).isEqualTo(CancelOutcome.Kind.CANCELLED);
            assertThatThrownBy(deletion::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(CancelledException.class);
        }
    }

    @Test
    void anOperationThatCompletesAnywayEndsTheFutureWithItsResponse() throws Exception {
        CloudFilestoreManagerSettings settings = deletionIs("completes-100-x");
        GaxBridge bridge = GaxBridge.of(settings, Filestore.definition());
        try (var filestore = CloudFilestoreManagerClient.create(settings);
                OperationsClient operations = bridge.builder().build()) {
            OperationFuture<Empty, OperationMetadata> deletion = filestore.deleteInstanceAsync(INSTANCE);

            assertThat(operations.canceller().cancel(bridge.name(deletion)).kind())
                    .isEqualTo(CancelOutcome.Kind.COMPLETED_ANYWAY);
            assertThat(deletion.get()).isEqualTo(Empty.getDefaultInstance());
        }
    }

    private CloudFilestoreManagerSettings deletionIs(String id) throws Exception {
        String operation = "{\"name\": \"" + CloudFilestores.operation(id) + "\"}";
        instances.enqueue(new MockResponse.Builder().code(200).body(operation).build());
        return CloudFilestores.at(server.url(), instances);
    }
}
