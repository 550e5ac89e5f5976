// SPDX-License-Identifier: Apache-2.0
package dev.longrun.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.OperationsClient;
import dev.longrun.call.ClientListener;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.error.StatusDetail.ErrorInfo;
import dev.longrun.error.UnreachableException;
import dev.longrun.filestore.v1.Filestore;
import dev.longrun.operation.Operation;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceRegistry;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.testkit.Fault;
import dev.longrun.testkit.TerminalState;
import dev.longrun.testkit.VirtualTime;
import dev.longrun.watch.WatchOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The situations of the peers' tests, with Longrun. */
class LongrunTest {
    private final VirtualTime time = VirtualTime.autoAdvancing(Duration.ofMillis(20));
    private final FakeOperationsServer server =
            FakeOperationsServer.start(time, ServiceRegistry.load().versions("file"), 0);
    private final AtomicInteger attempts = new AtomicInteger();
    private final OperationsClient client = at(server.url());
    private final OperationName name = name("o");

    @AfterEach
    void disconnect() {
        client.close();
        server.close();
        time.close();
    }

    @Nested
    class Cancelling {

        @Test
        void endsWithWhatBecameOfTheOperation() {
            server.operation(name.value()).completesAnywayAfter(Duration.ofMinutes(1));

            assertThat(client.canceller().cancel(name))
                    .extracting(CancelOutcome::kind)
                    .isEqualTo(CancelOutcome.Kind.COMPLETED_ANYWAY);
        }

        static Stream<Fault> acceptedAllTheSame() {
            return Stream.of(Fault.lostResponse(), Fault.noContent(), Fault.emptyBody());
        }

        @ParameterizedTest
        @MethodSource("acceptedAllTheSame")
        void endsWithTheTruthWhateverTheAnswer(Fault fault) {
            server.faults().on(ApiMethod.CANCEL).once(fault);

            assertThat(client.canceller().cancel(name("cancels-0-x")))
                    .extracting(CancelOutcome::kind)
                    .isEqualTo(CancelOutcome.Kind.CANCELLED);
        }
    }

    @Nested
    class Following {

        @Test
        void aTimeoutIsSaidToBeOne() {
            assertThat(client.watcher()
                            .await(name("stuck-x"), Duration.ofMinutes(1))
                            .kind())
                    .isEqualTo(WatchOutcome.Kind.TIMED_OUT);
        }

        @Test
        void aCancelledFutureStopsWaitingAndSendsNoCancel() {
            server.operation(name.value()).neverEnds();
            CompletableFuture<WatchOutcome> watch = client.watcher().whenDone(name);
            watch.cancel(true);
            assertThat(watch).isCancelled();
            assertThat(server.operationRecord(name.value()).cancelRequests()).isZero();
        }

        @Test
        void aFailureWithErrorInfoIsThatFailure() {
            server.operation(name.value())
                    .byItself(Duration.ZERO, TerminalState.FAILED)
                    .error(3, "no room", Cloud.ERROR_INFO);

            assertThat(client.operations().get(name).status().flatMap(status -> status.detail(ErrorInfo.class)))
                    .map(ErrorInfo::reason)
                    .contains("NO_ROOM");
        }

        @Test
        void aSuccessWithoutAResultIsASuccess() {
            server.operation(name.value()).byItself(Duration.ZERO, TerminalState.NO_RESULT);

            Operation operation = client.operations().get(name);
            assertThat(operation.state()).isEqualTo(Operation.State.SUCCEEDED);
            assertThat(operation.response()).isEmpty();
        }

        @Test
        void metadataOfAnUnknownTypeIsKept() {
            server.faults().on(ApiMethod.GET).once(Fault.unknownType());

            assertThat(client.operations()
                            .get(name("stuck-x"))
                            .metadata()
                            .orElseThrow()
                            .typeName())
                    .isEqualTo("example.v9.Unheard");
        }

        @Test
        void manyOperationsShareRequests() {
            List<OperationName> names =
                    IntStream.range(0, 100).mapToObj(i -> name("o" + i)).toList();
            names.forEach(each -> server.operation(each.value()).completesAfter(Duration.ofMinutes(1)));

            List<CompletableFuture<WatchOutcome>> watches =
                    names.stream().map(client.watcher()::whenDone).toList();
            watches.forEach(CompletableFuture::join);

            assertThat(server.requestCount()).isLessThan(100);
        }
    }

    @Nested
    class Retrying {

        @Test
        void aRefusedConnectionIsTriedAgain() throws Exception {
            try (RefusingPort port = new RefusingPort();
                    OperationsClient unreachable = at(port.url())) {
                assertThatThrownBy(() -> unreachable.operations().get(name))
                        .isInstanceOf(UnreachableException.class)
                        .hasMessageContaining("no connection to " + port.url());
                assertThat(attempts).hasValueGreaterThan(1);
            }
        }

        @Test
        void retryAfterIsHeeded() {
            server.faults().on(ApiMethod.GET).once(Fault.unavailable(Duration.ofSeconds(30)));
            Instant before = time.now();

            client.operations().get(name("done-x"));

            assertThat(Duration.between(before, time.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
        }

        static Stream<Fault> passing() {
            return Stream.of(
                    Fault.tooManyRequests(Duration.ofSeconds(1)), Fault.htmlBadGateway(), Fault.lostResponse());
        }

        @ParameterizedTest
        @MethodSource("passing")
        void whatWouldPassIsTriedAgain(Fault fault) {
            server.faults().on(ApiMethod.GET).once(fault);

            assertThat(client.operations().get(name("done-x")).done()).isTrue();
            assertThat(attempts).hasValue(2);
        }
    }

    private OperationsClient at(String url) {
        return OperationsClient.builder()
                .endpoint(url)
                .withoutCredentials()
                .time(time)
                .executor(time.executor())
                .listener(ClientListener.ofAttempts(event -> attempts.incrementAndGet()))
                .build();
    }

    private static OperationName name(String id) {
        return Filestore.parseOperation(Cloud.name(id));
    }
}
