// SPDX-License-Identifier: Apache-2.0
package dev.longrun.peers;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.longrunning.Operation;
import com.google.rpc.Code;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.time.TimeSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each client library reads the metadata and the responses of its own service. */
class GaxClientsTest {

    @ParameterizedTest
    @EnumSource
    void readsTheMetadataOfItsService(GaxClients library) throws Exception {
        try (FakeOperationsServer server = serving(library);
                GaxClients.Connection connection = library.at(server.url())) {
            Operation operation = connection.operations().getOperation(library.name("done-x"));

            assertThat(operation.getName()).isEqualTo(library.name("done-x"));
            assertThat(operation.getDone()).isTrue();
            assertThat(operation.getMetadata().unpack(library.metadata)).isNotNull();
            assertThat(operation.hasResponse()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void listsOperations(GaxClients library) throws Exception {
        try (FakeOperationsServer server = serving(library);
                GaxClients.Connection connection = library.at(server.url())) {
            server.operation(library.name("o"));

            assertThat(connection
                            .operations()
                            .listOperations(library.parent, "")
                            .iterateAll())
                    .extracting(Operation::getName)
                    .containsExactly(library.name("o"));
        }
    }

    /** Operations of data stores have no cancel. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DATA_STORES")
    void cancels(GaxClients library) throws Exception {
        try (FakeOperationsServer server = serving(library);
                GaxClients.Connection connection = library.at(server.url())) {
            connection.operations().cancelOperation(library.name("cancels-0-x"));

            Operation operation = connection.operations().getOperation(library.name("cancels-0-x"));
            assertThat(operation.getError().getCode()).isEqualTo(Code.CANCELLED_VALUE);
        }
    }

    /** Where several services share a path, no client finds metadata that it cannot read. */
    @ParameterizedTest
    @EnumSource
    void readsWhatAllServicesShare(GaxClients library) throws Exception {
        try (FakeOperationsServer server = FakeOperationsServer.start();
                GaxClients.Connection connection = library.at(server.url())) {
            assertThat(connection
                            .operations()
                            .getOperation(library.name("done-x"))
                            .getDone())
                    .isTrue();
        }
    }

    private static FakeOperationsServer serving(GaxClients library) {
        return FakeOperationsServer.start(
                TimeSource.system(), ServiceRegistry.load().versions(library.service), 0);
    }
}
