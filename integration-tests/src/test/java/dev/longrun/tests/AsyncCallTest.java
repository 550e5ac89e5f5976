// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.OperationsClient;
import dev.longrun.call.CallEvent;
import dev.longrun.call.CallOptions;
import dev.longrun.call.ClientListener;
import dev.longrun.error.ApiException;
import dev.longrun.error.ConfigurationException;
import dev.longrun.error.UnreachableException;
import dev.longrun.error.UnreadableResponseException;
import dev.longrun.operation.ListRequest;
import dev.longrun.operation.Operation;
import dev.longrun.operation.Operations;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The siblings that return futures. */
class AsyncCallTest {
    private static final Duration AMPLE = Duration.ofSeconds(10);

    private final OperationName name = Harness.name("o");

    private static CompletableFuture<?> call(ApiMethod rpc, OperationsClient client, OperationName name) {
        Operations operations = client.operations();
        return switch (rpc) {
            case GET -> operations.getAsync(name);
            case LIST -> operations.listAsync(ListRequest.of(Harness.parent()));
            case LIST_LOCATIONS -> client.locations().listAsync(name.service(), "projects/p");
            case CANCEL -> operations.cancelAsync(name);
            case DELETE -> operations.deleteAsync(name);
            case WAIT -> operations.waitAsync(name, Duration.ofSeconds(1));
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(AMPLE.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Nested
    class WhileTimePasses {
        private final Harness harness = Harness.start();
        private final Operations operations = harness.client.operations();

        @AfterEach
        void close() {
            harness.close();
        }

        @Test
        void answerAsTheBlockingOnesDo() throws Exception {
            harness.operation(name).neverEnds();
            assertThat(operations.getAsync(name).get()).isEqualTo(operations.get(name));
            assertThat(operations.waitAsync(name, Duration.ofSeconds(1)).get())
                    .isEqualTo(operations.wait(name, Duration.ofSeconds(1)));
            ListRequest all = ListRequest.of(Harness.parent());
            assertThat(operations.listAsync(all).get()).isEqualTo(operations.list(all));
            operations.cancelAsync(name).get();
            assertThat(harness.server.operationRecord(name.value()).cancelRequests())
                    .isEqualTo(1);
            operations.deleteAsync(name).get();
            assertThat(operations.getAsync(name)).failsWithin(AMPLE);
        }

        @ParameterizedTest
        @EnumSource(ApiMethod.class)
        void retryAsTheBlockingOnesDo(ApiMethod rpc) {
            harness.operation(name).neverEnds();
            harness.server.faults().on(rpc).times(2, Fault.unavailable());
            assertThat(call(rpc, harness.client, name)).succeedsWithin(AMPLE);
            assertThat(harness.requests(rpc)).isEqualTo(3);
        }

        @ParameterizedTest
        @EnumSource(ApiMethod.class)
        void failWithWhatTheBlockingOnesThrow(ApiMethod rpc) {
            harness.server.faults().on(rpc).once(Fault.permissionDenied());
            assertThat(call(rpc, harness.client, name))
                    .failsWithin(AMPLE)
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(ApiException.class)
                    .withMessageContaining("PERMISSION_DENIED");
        }

        @Test
        void failWhereTheAnswerIsNoJson() {
            harness.operation(name).neverEnds();
            harness.server.faults().on(ApiMethod.GET).once(Fault.truncatedJson());
            assertThat(operations.getAsync(name))
                    .failsWithin(AMPLE)
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(UnreadableResponseException.class);
        }

        @Test
        void failRatherThanThrowWhereNothingMayBeSent() {
            try (var client =
                    harness.clientBuilder().endpoint("http://10.0.0.1").build()) {
                assertThat(client.operations().getAsync(name))
                        .failsWithin(AMPLE)
                        .withThrowableOfType(ExecutionException.class)
                        .withCauseInstanceOf(ConfigurationException.class)
                        .withMessageContaining("plain http and not on this machine");
            }
        }
    }

    @Nested
    class WhenAllThreadsAreBusy {
        private static final int THREADS = 64;

        private final Harness harness = Harness.manual();
        private final Operations operations = harness.client.operations();
        private final CountDownLatch go = new CountDownLatch(1);
        private List<CompletableFuture<Operation>> others = List.of();

        @BeforeEach
        void beBusy() {
            CountDownLatch busy = new CountDownLatch(THREADS);
            harness.server.onRequest(request -> {
                busy.countDown();
                await(go);
            });
            others = Stream.generate(() -> operations.getAsync(Harness.name("done-x")))
                    .limit(THREADS)
                    .toList();
            await(busy);
        }

        @AfterEach
        void close() {
            go.countDown();
            harness.close();
        }

        @Test
        void theRestWaitsAndAllEnd() {
            var rest = Stream.generate(() -> operations.getAsync(Harness.name("done-y")))
                    .limit(300)
                    .toList();
            go.countDown();
            assertThat(others).allSatisfy(other -> assertThat(other).succeedsWithin(AMPLE));
            assertThat(rest).allSatisfy(one -> assertThat(one).succeedsWithin(AMPLE));
            assertThat(harness.time.pending()).isZero();
        }

        @Test
        void aCallWhoseTimeIsOverIsToldSoAndNeverSent() {
            CompletableFuture<Operation> hasty = operations
                    .with(CallOptions.defaults().withTimeout(Duration.ofSeconds(2)))
                    .getAsync(name);
            CompletableFuture<Thread> toldOn = hasty.handle((answer, failure) -> Thread.currentThread());
            harness.time.advance(Duration.ofSeconds(2));
            assertThat(toldOn).succeedsWithin(AMPLE).isNotSameAs(Thread.currentThread());
            assertThat(hasty)
                    .failsWithin(AMPLE)
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(UnreachableException.class)
                    .withMessageContaining(Harness.about(ApiMethod.GET, name)
                            + "nothing was sent; the deadline leaves no time for another attempt");
            CompletableFuture<Operation> last = operations.getAsync(Harness.name("done-y"));
            go.countDown();
            assertThat(last).succeedsWithin(AMPLE);
            assertThat(harness.lines(ApiMethod.GET))
                    .doesNotContain("GET /v1/" + name)
                    .hasSize(THREADS + 1);
        }

        @Test
        void aCallThatIsCancelledIsNeverSentAndLeavesTheTimer() {
            CompletableFuture<Operation> cancelled = operations.getAsync(name);
            CompletableFuture<Operation> last = operations.getAsync(Harness.name("done-y"));
            assertThat(harness.time.pending()).isEqualTo(2);
            cancelled.cancel(true);
            assertThat(harness.time.pending()).isEqualTo(1);
            go.countDown();
            assertThat(last).succeedsWithin(AMPLE);
            assertThat(harness.lines(ApiMethod.GET))
                    .doesNotContain("GET /v1/" + name)
                    .hasSize(THREADS + 1);
        }
    }

    @Nested
    class ThatIsCancelled {
        private final Harness harness = Harness.manual();
        private final Operations operations = harness.client.operations();

        @AfterEach
        void close() {
            harness.close();
        }

        @ParameterizedTest
        @EnumSource(ApiMethod.class)
        void betweenTwoAttemptsMakesNoOther(ApiMethod rpc) throws InterruptedException {
            harness.server.faults().on(rpc).always(Fault.unavailable());
            CompletableFuture<?> future = call(rpc, harness.client, name);
            harness.time.awaitPending(1);
            future.cancel(true);
            nothingWaits();
            assertThat(harness.requests(rpc)).isEqualTo(1);
        }

        /** The thread of the call may still be about to notice. */
        private void nothingWaits() {
            long late = System.nanoTime() + AMPLE.toNanos();
            while (harness.time.pending() > 0 && System.nanoTime() - late < 0) {
                Thread.onSpinWait();
            }
            assertThat(harness.time.pending()).isZero();
        }

        @Test
        void duringAnAttemptMakesNoOther() throws InterruptedException {
            CountDownLatch arrived = new CountDownLatch(1);
            CountDownLatch cancelled = new CountDownLatch(1);
            CountDownLatch told = new CountDownLatch(1);
            harness.server.onRequest(request -> {
                arrived.countDown();
                await(cancelled);
            });
            harness.server.faults().on(ApiMethod.GET).always(Fault.unavailable());
            try (var client = harness.clientBuilder()
                    .listener(new ClientListener() {
                        @Override
                        public void callEnded(CallEvent call) {
                            told.countDown();
                        }
                    })
                    .build()) {
                CompletableFuture<?> future = client.operations().getAsync(name);
                await(arrived);
                future.cancel(true);
                cancelled.countDown();
                await(told);
            }
            harness.time.advance(Duration.ofHours(1));
            assertThat(harness.requests(ApiMethod.GET)).isEqualTo(1);
        }

        @Test
        void tellsTheServerNothing() {
            harness.operation(name).neverEnds();
            operations.getAsync(name).cancel(true);
            assertThat(harness.server.operationRecord(name.value()).cancelRequests())
                    .isZero();
        }
    }
}
