// SPDX-License-Identifier: Apache-2.0
package dev.longrun.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.map;

import com.google.api.client.googleapis.GoogleUtils;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.services.dataplex.v1.CloudDataplex.Projects.Locations.Operations;
import com.google.api.services.dataplex.v1.model.GoogleLongrunningCancelOperationRequest;
import com.google.api.services.dataplex.v1.model.GoogleLongrunningOperation;
import dev.longrun.service.ApiMethod;
import dev.longrun.testkit.Fault;
import dev.longrun.testkit.TerminalState;
import java.net.ConnectException;
import java.net.SocketException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What google-api-client 2.9.2 does, by way of google-api-services-dataplex v1-rev20251113-2.0.0. */
class GoogleApiClient292Test {
    private final Cloud cloud = new Cloud("dataplex");
    private final Operations operations = Discovery.at(cloud.server.url());

    @AfterEach
    void disconnect() {
        cloud.close();
    }

    @Test
    void isTheVersionThatThisClassIsNamedAfter() {
        assertThat(GoogleUtils.VERSION).isEqualTo("2.9.2");
    }

    @Test
    void metadataAndResponseAreMaps() throws Exception {
        GoogleLongrunningOperation operation =
                operations.get(Cloud.name("done-x")).execute();

        assertThat(operation.getMetadata())
                .containsEntry("@type", "type.googleapis.com/google.cloud.dataplex.v1.OperationMetadata");
        assertThat(operation.getMetadata().get("createTime")).isInstanceOf(String.class);
        assertThat(operation.getResponse()).containsOnlyKeys("@type");
    }

    @Test
    void aCancelReturnsWithoutALook() throws Exception {
        cancel("completes-60000-x");

        assertThat(cloud.lines()).containsExactly("POST /v1/" + Cloud.name("completes-60000-x") + ":cancel");
    }

    @Test
    void aGetIsOneLook() throws Exception {
        assertThat(operations.get(Cloud.name("runs-60000-x")).execute().getDone())
                .isNotEqualTo(true);
        assertThat(cloud.lines()).hasSize(1);
    }

    @Test
    void aLostAnswerToACancelIsNotAskedForAgain() {
        cloud.server.faults().on(ApiMethod.CANCEL).once(Fault.lostResponse());

        assertThatThrownBy(() -> cancel("cancels-0-x")).isInstanceOf(SocketException.class);
        assertThat(cloud.requests(ApiMethod.CANCEL)).isEqualTo(1);
    }

    @Test
    void anAnswerWithoutContentIsTakenForOne() throws Exception {
        cloud.server.faults().on(ApiMethod.CANCEL).once(Fault.noContent());

        cancel("cancels-0-x");
    }

    @Test
    void detailsOfAFailureAreMaps() throws Exception {
        cloud.operation("o").byItself(Duration.ZERO, TerminalState.FAILED).error(3, "no room", Cloud.ERROR_INFO);

        assertThat(operations.get(Cloud.name("o")).execute().getError().getDetails())
                .singleElement(map(String.class, Object.class))
                .containsEntry("reason", "NO_ROOM");
    }

    @Test
    void aSuccessWithoutAResultIsDone() throws Exception {
        cloud.operation("o").byItself(Duration.ZERO, TerminalState.NO_RESULT);

        GoogleLongrunningOperation operation = operations.get(Cloud.name("o")).execute();

        assertThat(operation.getDone()).isTrue();
        assertThat(operation.getResponse()).isNull();
    }

    @Test
    void metadataOfAnUnknownTypeIsAMapToo() throws Exception {
        cloud.server.faults().on(ApiMethod.GET).once(Fault.unknownType());

        assertThat(operations.get(Cloud.name("stuck-x")).execute().getMetadata())
                .containsEntry("@type", "type.googleapis.com/example.v9.Unheard");
    }

    static Stream<Fault> passing() {
        return Stream.of(
                Fault.unavailable(Duration.ZERO),
                Fault.tooManyRequests(Duration.ZERO),
                Fault.htmlBadGateway(),
                Fault.unauthenticated());
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatWouldPassIsNotTriedAgain(Fault fault) {
        cloud.server.faults().on(ApiMethod.GET).once(fault);

        assertThatThrownBy(() -> operations.get(Cloud.name("done-x")).execute())
                .isInstanceOf(GoogleJsonResponseException.class);
        assertThat(cloud.lines()).hasSize(1);
    }

    @Test
    void aRefusedConnectionIsTriedOnce() throws Exception {
        try (RefusingPort port = new RefusingPort()) {
            Operations unreachable = Discovery.at(
                    port.url(),
                    new NetHttpTransport.Builder().setConnectionFactory(port).build());

            assertThatThrownBy(() -> unreachable.get(Cloud.name("o")).execute()).isInstanceOf(ConnectException.class);
            assertThat(port.attempts).hasValue(1);
        }
    }

    private void cancel(String id) throws Exception {
        operations
                .cancel(Cloud.name(id), new GoogleLongrunningCancelOperationRequest())
                .execute();
    }
}
