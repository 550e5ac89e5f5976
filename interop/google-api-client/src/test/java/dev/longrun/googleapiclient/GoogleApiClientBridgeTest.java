// SPDX-License-Identifier: Apache-2.0
package dev.longrun.googleapiclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.json.GenericJson;
import com.google.api.services.dataplex.v1.CloudDataplex;
import com.google.api.services.dataplex.v1.model.GoogleLongrunningOperation;
import dev.longrun.OperationsClient;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.cancel.CancelOutcome.Kind;
import dev.longrun.error.Status;
import dev.longrun.name.InvalidNameException;
import dev.longrun.operation.Operation;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.testkit.Metadata;
import dev.longrun.testkit.TerminalState;
import dev.longrun.testkit.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GoogleApiClientBridgeTest {
    private final VirtualTime time = VirtualTime.autoAdvancing();
    private final FakeOperationsServer server = FakeOperationsServer.start(time);
    private final CloudDataplex dataplex = GeneratedDataplex.at(server.url());
    private final GoogleApiClientBridge bridge = new GoogleApiClientBridge(dataplex, GeneratedDataplex.SERVICE);

    @AfterEach
    void stop() {
        server.close();
        time.close();
    }

    @Test
    void whatItStartedIsCancelledWithAnOutcome() throws Exception {
        GoogleLongrunningOperation started = read("cancels-500-a");

        try (OperationsClient operations =
                bridge.builder().time(time).executor(time.executor()).build()) {
            assertThat(operations.canceller().cancel(bridge.name(started)))
                    .extracting(CancelOutcome::kind)
                    .isEqualTo(Kind.CANCELLED);
        }

        assertThat(server.requests())
                .hasSizeGreaterThan(2)
                .allSatisfy(request ->
                        assertThat(request.headers().get("User-Agent")).startsWith("sweeper/1.2 "));
    }

    @Test
    void whatItReadIsAnOperationAsIfItHadBeenReadHere() throws Exception {
        server.operation(GeneratedDataplex.operation("o"))
                .metadata(Metadata.common("update", "projects/p"))
                .byItself(Duration.ZERO, TerminalState.FAILED)
                .error(9, "no room");

        Operation failed = bridge.operation(read("o"));
        assertThat(failed.state()).isEqualTo(Operation.State.FAILED);
        assertThat(failed.name().fullName()).isEqualTo("//dataplex.googleapis.com/" + GeneratedDataplex.operation("o"));
        assertThat(failed.status()).map(Status::describe).contains("FAILED_PRECONDITION (9): no room");
        assertThat(failed.info().verb()).contains("update");
    }

    @Test
    void aModelWithoutANameIsNone() {
        assertThatThrownBy(() -> bridge.name(new GoogleLongrunningOperation()))
                .isInstanceOf(InvalidNameException.class)
                .hasMessage("dataplex v1: expected an Operation with a name, as the server returns it;"
                        + " got a GoogleLongrunningOperation without");
    }

    @Test
    void aModelOfSomethingElseIsNone() {
        assertThatThrownBy(() -> bridge.name(new GenericJson().set("name", "projects/p/lakes/l")))
                .isInstanceOf(InvalidNameException.class)
                .hasMessageContaining("got \"projects/p/lakes/l\"");
    }

    private GoogleLongrunningOperation read(String id) throws IOException {
        return dataplex.projects()
                .locations()
                .operations()
                .get(GeneratedDataplex.operation(id))
                .execute();
    }
}
