// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static dev.longrun.tests.Outcomes.kind;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.OperationsClient;
import dev.longrun.call.CallOptions;
import dev.longrun.call.ClientListener;
import dev.longrun.call.RetryPolicy;
import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.cancel.CancelOutcome.Kind;
import dev.longrun.error.ApiException;
import dev.longrun.error.ConfigurationException;
import dev.longrun.error.LongrunException;
import dev.longrun.error.NoResponseException;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Closing the client ends every call under way, at once and with the truth. Time stands still here. */
class ClosingTest {
    private static final Duration AMPLE = Duration.ofSeconds(10);

    private final Harness harness = Harness.manual();
    private final Operations operations = harness.client.operations();
    private final OperationName name = Harness.name("o");

    @AfterEach
    void close() {
        harness.close();
    }

    private static void failed(CompletableFuture<?> future, Class<? extends LongrunException> kind, String said) {
        assertThat(future)
                .failsWithin(AMPLE)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(kind)
                .withMessageContaining(said);
    }

    @Test
    void aRequestOnItsWayMayHaveArrived() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        harness.server.onRequest(request -> arrived.countDown());
        harness.server.faults().on(ApiMethod.CANCEL).always(Fault.stall());
        CompletableFuture<?> cancel = operations.cancelAsync(name);
        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
        harness.client.close();
        failed(cancel, NoResponseException.class, "the request may have arrived (the client is closed)");
    }

    @Test
    void aCallBetweenTwoAttemptsTellsWhatTheLastCameTo() throws InterruptedException {
        harness.server.faults().on(ApiMethod.GET).always(Fault.unavailable());
        CompletableFuture<?> get = operations.getAsync(name);
        harness.time.awaitPending(1);
        harness.client.close();
        failed(
                get,
                ApiException.class,
                "UNAVAILABLE (14): The service is currently unavailable."
                        + " [SERVICE_UNAVAILABLE] (the client is closed)");
        assertThat(harness.time.pending()).isZero();
        assertThat(harness.requests(ApiMethod.GET)).isEqualTo(1);
    }

    @Test
    void aCallThatWaitsForItsTurnWasNotSent() {
        harness.server.faults().on(ApiMethod.GET).once(Fault.tooManyRequests(Duration.ofSeconds(5)));
        Operations once = operations.with(CallOptions.defaults().withRetry(RetryPolicy.none()));
        assertThatThrownBy(() -> once.get(name)).isInstanceOf(ApiException.class);
        CompletableFuture<?> get = operations.getAsync(name);
        harness.client.close();
        failed(get, ConfigurationException.class, "nothing was sent; the client is closed");
    }

    @Test
    void aBlockedThreadIsLetGo() throws InterruptedException {
        harness.server.faults().on(ApiMethod.GET).always(Fault.unavailable());
        CompletableFuture<Operation> blocked = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        blocked.complete(operations.get(name));
                    } catch (LongrunException e) {
                        blocked.completeExceptionally(e);
                    }
                })
                .start();
        harness.time.awaitPending(1);
        harness.client.close();
        failed(blocked, ApiException.class, "(the client is closed)");
    }

    @Test
    void moreCallsThanThereAreThreadsAllEnd() throws InterruptedException {
        CountDownLatch allThreads = new CountDownLatch(64);
        harness.server.onRequest(request -> allThreads.countDown());
        harness.server.faults().on(ApiMethod.GET).always(Fault.stall());
        List<CompletableFuture<Operation>> calls =
                Stream.generate(() -> operations.getAsync(name)).limit(80).toList();
        assertThat(allThreads.await(10, TimeUnit.SECONDS)).isTrue();
        harness.client.close();
        assertThat(calls).allSatisfy(call -> assertThat(call).failsWithin(AMPLE));
        assertThat(calls.stream().filter(call -> causeOf(call) instanceof NoResponseException))
                .hasSize(64);
        assertThat(calls.stream().filter(call -> causeOf(call) instanceof ConfigurationException))
                .hasSize(16);
    }

    private static Throwable causeOf(CompletableFuture<?> failed) {
        return failed.handle((value, failure) -> failure).join();
    }

    @Test
    void aCancelThatMayHaveArrivedIsAnUnknownOutcomeNotANever() throws InterruptedException {
        try (Harness moving = Harness.start()) {
            CountDownLatch arrived = new CountDownLatch(1);
            moving.server.onRequest(request -> arrived.countDown());
            moving.server.faults().on(ApiMethod.CANCEL).always(Fault.stall());
            CompletableFuture<CancelOutcome> outcome = moving.client.canceller().cancelAsync(name);
            assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
            moving.client.close();
            assertThat(outcome).succeedsWithin(AMPLE).is(kind(Kind.UNKNOWN)).satisfies(unknown -> {
                assertThat(unknown.evidence().requestStatus()).isEqualTo(RequestStatus.AMBIGUOUS);
                assertThat(unknown.cause().orElseThrow()).hasMessageMatching(".*the client (is|was) closed.*");
            });
        }
    }

    @Test
    void whatIsAskedAfterwardsIsNotSent() {
        harness.client.close();
        assertThatThrownBy(() -> operations.get(name))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        unsent -> assertThat(unsent.isRetryable()).isFalse())
                .hasMessage(Harness.about(ApiMethod.GET, name) + "nothing was sent; the client is closed");
        failed(operations.getAsync(name), ConfigurationException.class, "nothing was sent; the client is closed");
        assertThat(harness.server.requests()).isEmpty();
    }

    @Test
    void theThreadsEndTooThoughTheyWouldHaveWaitedForMore() throws InterruptedException {
        AtomicReference<Thread> caller = new AtomicReference<>();
        try (OperationsClient client = harness.clientBuilder()
                .listener(ClientListener.ofAttempts(event -> caller.set(Thread.currentThread())))
                .build()) {
            client.operations().getAsync(Harness.name("done-x")).join();
        }
        assertThat(caller.get().getName()).startsWith("longrun-call-");
        caller.get().join(5_000);
        assertThat(caller.get().isAlive()).isFalse();
    }

    @Test
    void twiceIsOnce() {
        harness.client.close();
        harness.client.close();
    }
}
