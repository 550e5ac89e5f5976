// SPDX-License-Identifier: Apache-2.0
package dev.longrun.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.gax.core.GaxProperties;
import com.google.api.gax.longrunning.OperationFuture;
import com.google.api.gax.rpc.CancelledException;
import com.google.api.gax.rpc.InternalException;
import com.google.api.gax.rpc.InvalidArgumentException;
import com.google.api.gax.rpc.ResourceExhaustedException;
import com.google.api.gax.rpc.UnknownException;
import dev.longrun.service.ApiMethod;
import dev.longrun.testkit.Fault;
import dev.longrun.testkit.TerminalState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What gax 2.76.0 over REST does, by way of google-cloud-filestore 1.89.0. */
class Gax276Test {
    private final Cloud cloud = new Cloud("file");
    private GaxFilestore filestore;

    @BeforeEach
    void connect() throws Exception {
        filestore = GaxFilestore.at(cloud.server.url());
    }

    @AfterEach
    void disconnect() {
        filestore.close();
        cloud.close();
    }

    @Test
    void isTheVersionThatThisClassIsNamedAfter() {
        assertThat(GaxProperties.getGaxVersion()).isEqualTo("2.76.0");
    }

    @Nested
    class Cancelling {

        @Test
        void byTheOperationCallableThrowsANullPointerExceptionAndSendsNothing() {
            assertThatThrownBy(() -> filestore.cancelByCallable(Cloud.name("cancels-0-x")))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessageContaining("LongRunningClient.cancelOperationCallable()\" is null");
            assertThat(cloud.lines()).isEmpty();
        }

        @Test
        void theFutureSaysCancelledAndSendsNothing() throws Exception {
            OperationFuture<?, ?> future = filestore.follow(Cloud.name("stuck-x"));
            assertThat(future.getInitialFuture().get().isDone()).isFalse();

            while (!future.cancel(true)) {
                Thread.onSpinWait(); // false, seldom, when a poll comes in between
            }
            filestore.close();

            assertThat(future.isCancelled()).isTrue();
            assertThat(cloud.requests(ApiMethod.CANCEL)).isZero();
            assertThat(cloud.runsUnasked("stuck-x")).isTrue();
        }

        @Test
        void byTheOperationsClientReturnsWithoutALook() {
            filestore.operations().cancelOperation(Cloud.name("completes-60000-x"));

            assertThat(cloud.lines()).containsExactly("POST /v1/" + Cloud.name("completes-60000-x") + ":cancel");
            assertThat(cloud.server
                            .operationRecord(Cloud.name("completes-60000-x"))
                            .done())
                    .isFalse();
        }

        @Test
        void aLostAnswerIsNotAskedForAgain() {
            cloud.server.faults().on(ApiMethod.CANCEL).once(Fault.lostResponse());

            assertThatThrownBy(() -> filestore.operations().cancelOperation(Cloud.name("cancels-0-x")))
                    .isInstanceOf(UnknownException.class);
            assertThat(cloud.server
                            .operationRecord(Cloud.name("cancels-0-x"))
                            .state()
                            .terminalState())
                    .contains(TerminalState.CANCELLED);
        }

        @Test
        void anAnswerWithoutContentIsReportedAsCancelledException() {
            cloud.server.faults().on(ApiMethod.CANCEL).once(Fault.noContent());

            assertThatThrownBy(() -> filestore.operations().cancelOperation(Cloud.name("stuck-x")))
                    .isInstanceOf(CancelledException.class)
                    .hasRootCauseMessage("Expect message object but got: null");
        }
    }

    @Nested
    class Following {

        @Test
        void aPollTimeoutIsReportedAsCancellationWhileTheOperationRunsOn() throws Exception {
            try (GaxFilestore impatient = GaxFilestore.impatient(cloud.server.url())) {
                assertThatThrownBy(() -> impatient.follow(Cloud.name("stuck-x")).get())
                        .isInstanceOf(CancellationException.class)
                        .hasMessage("Task was cancelled.");
            }
            assertThat(cloud.runsUnasked("stuck-x")).isTrue();
        }

        @Test
        void aFailureWithoutDetailsIsThatFailure() {
            cloud.operation("o").byItself(Duration.ZERO, TerminalState.FAILED).error(3, "no room");

            assertThatThrownBy(() -> filestore.follow(Cloud.name("o")).get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(InvalidArgumentException.class);
        }

        @Test
        void aFailureWithErrorInfoIsReportedAsCancelled() {
            cloud.operation("o").byItself(Duration.ZERO, TerminalState.FAILED).error(3, "no room", Cloud.ERROR_INFO);

            assertThatThrownBy(() -> filestore.follow(Cloud.name("o")).get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(CancelledException.class)
                    .hasRootCauseMessage("Cannot resolve type: type.googleapis.com/google.rpc.ErrorInfo");
        }

        @Test
        void aSuccessWithoutAResultIsReportedAsUnknown() {
            cloud.operation("o").byItself(Duration.ZERO, TerminalState.NO_RESULT);

            assertThatThrownBy(() -> filestore.follow(Cloud.name("o")).get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownException.class)
                    .hasMessageContaining("succeeded, but encountered a problem unpacking it");
        }

        @Test
        void metadataOfAnUnknownTypeIsReportedAsCancelled() {
            cloud.server.faults().on(ApiMethod.GET).once(Fault.unknownType());

            assertThatThrownBy(() -> filestore.operations().getOperation(Cloud.name("stuck-x")))
                    .isInstanceOf(CancelledException.class)
                    .hasRootCauseMessage("Cannot resolve type: type.googleapis.com/example.v9.Unheard");
        }

        @Test
        void manyOperationsTakeARequestEach() throws Exception {
            List<String> ids = Stream.of("a", "b", "c").toList();
            ids.forEach(id -> cloud.operation(id).alreadyDone());

            for (var future :
                    ids.stream().map(Cloud::name).map(filestore::follow).toList()) {
                future.get();
            }

            assertThat(cloud.requests(ApiMethod.GET)).isEqualTo(3);
            assertThat(cloud.requests(ApiMethod.LIST)).isZero();
        }
    }

    @Nested
    class Retrying {

        @Test
        void aRefusedConnectionIsTriedOnce() throws Exception {
            try (RefusingPort port = new RefusingPort();
                    GaxFilestore unreachable = GaxFilestore.at(
                            port.url(),
                            new NetHttpTransport.Builder()
                                    .setConnectionFactory(port)
                                    .build())) {
                assertThatThrownBy(() -> unreachable.operations().getOperation(Cloud.name("o")))
                        .isInstanceOf(UnknownException.class)
                        .hasMessageContaining("Connection refused");
                assertThat(port.attempts).hasValue(1);
            }
        }

        @Test
        void anUnavailableServerIsAskedAgainWithoutRegardToRetryAfter() {
            cloud.server.faults().on(ApiMethod.GET).once(Fault.unavailable(Duration.ofMinutes(10)));

            filestore.operations().getOperation(Cloud.name("done-x"));

            assertThat(cloud.server.requests()).hasSize(2);
            assertThat(Duration.between(
                            cloud.server.requests().get(0).at(),
                            cloud.server.requests().get(1).at()))
                    .isLessThan(Duration.ofMinutes(1));
        }

        @Test
        void aBusyServerIsAskedOnce() {
            cloud.server.faults().on(ApiMethod.GET).once(Fault.tooManyRequests(Duration.ZERO));

            assertThatThrownBy(() -> filestore.operations().getOperation(Cloud.name("done-x")))
                    .isInstanceOf(ResourceExhaustedException.class);
            assertThat(cloud.server.requests()).hasSize(1);
        }

        @Test
        void aBadGatewayIsAskedOnce() {
            cloud.server.faults().on(ApiMethod.GET).once(Fault.htmlBadGateway());

            assertThatThrownBy(() -> filestore.operations().getOperation(Cloud.name("done-x")))
                    .isInstanceOf(InternalException.class);
            assertThat(cloud.server.requests()).hasSize(1);
        }
    }
}
