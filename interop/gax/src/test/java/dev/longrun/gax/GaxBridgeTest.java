// SPDX-License-Identifier: Apache-2.0
package dev.longrun.gax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.gax.longrunning.OperationSnapshot;
import com.google.api.gax.rpc.PermissionDeniedException;
import com.google.api.gax.rpc.StatusCode;
import com.google.cloud.filestore.v1.CloudFilestoreManagerClient;
import dev.longrun.name.InvalidNameException;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.testkit.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The names of what a Cloud client library has started. */
@Timeout(60)
class GaxBridgeTest {
    private final FakeOperationsServer server = FakeOperationsServer.start();
    private GaxBridge bridge;
    private CloudFilestoreManagerClient filestore;

    @BeforeEach
    void connect() throws Exception {
        var settings = CloudFilestores.at(server.url());
        bridge = GaxBridge.of(settings, CloudFilestores.SERVICE);
        filestore = CloudFilestoreManagerClient.create(settings);
    }

    @AfterEach
    void disconnect() {
        filestore.close();
        server.close();
    }

    @Test
    void ofAFutureIsThatOfItsOperation() {
        var future = filestore.deleteInstanceOperationCallable().resumeFutureCall(CloudFilestores.operation("done-x"));

        assertThat(bridge.name(future).url())
                .isEqualTo("https://file.googleapis.com/v1/" + CloudFilestores.operation("done-x"));
        assertThat(bridge.service()).isSameAs(CloudFilestores.SERVICE);
    }

    @Test
    void ofASnapshotIsThatOfItsOperation() throws Exception {
        var future = filestore.deleteInstanceOperationCallable().resumeFutureCall(CloudFilestores.operation("done-x"));

        assertThat(bridge.name(future.getPollingFuture().get()).value()).isEqualTo(CloudFilestores.operation("done-x"));
    }

    @Test
    void ofAFutureWhoseStartWasRejectedIsTheErrorOfTheStart() {
        server.faults().anywhere().always(Fault.permissionDenied());
        var future = filestore.deleteInstanceOperationCallable().resumeFutureCall(CloudFilestores.operation("done-x"));

        assertThatThrownBy(() -> bridge.name(future)).isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    void isNoneWithoutAName() {
        for (String name : new String[] {"", null}) {
            assertThatThrownBy(() -> bridge.name(new Named(name)))
                    .isInstanceOf(InvalidNameException.class)
                    .hasMessage("file v1: expected the snapshot of an operation with a name, as the server returns it;"
                            + " got a Named without");
        }
    }

    @Test
    void isNoneOfSomethingElse() {
        assertThatThrownBy(() -> bridge.name(new Named("projects/p/locations/l/instances/i")))
                .isInstanceOf(InvalidNameException.class)
                .hasMessageContaining("\"projects/p/locations/l/instances/i\"");
    }

    private record Named(@Nullable String getName) implements OperationSnapshot {
        @Override
        public @Nullable Object getMetadata() {
            return null;
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public @Nullable Object getResponse() {
            return null;
        }

        @Override
        public @Nullable StatusCode getErrorCode() {
            return null;
        }

        @Override
        public String getErrorMessage() {
            return "";
        }
    }
}
