// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.OperationsClient;
import dev.longrun.call.CallOptions;
import dev.longrun.call.RetryPolicy;
import dev.longrun.error.DeadlineExceededException;
import dev.longrun.error.NoResponseException;
import dev.longrun.operation.Operations;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.testkit.Fault;
import dev.longrun.time.Backoff;
import dev.longrun.time.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The socket's own timeouts, and so the one test whose time is real: little of it, and generous bounds for a busy
 * machine.
 */
class StalledServerTest {
    private static final Duration ATTEMPT = Duration.ofMillis(250);
    private static final Duration CALL = Duration.ofSeconds(1);
    private static final Duration LATE = Duration.ofSeconds(20);
    private static final RetryPolicy AT_ONCE =
            RetryPolicy.defaults().withBackoff(Backoff.constant(Duration.ofMillis(1)));

    private final FakeOperationsServer server =
            FakeOperationsServer.start(TimeSource.system(), List.of(Harness.FILE), 0);
    private final OperationsClient client = OperationsClient.builder()
            .endpoint(server.url())
            .withoutCredentials()
            .callOptions(CallOptions.defaults()
                    .withTimeout(CALL)
                    .withAttemptTimeout(ATTEMPT)
                    .withRetry(AT_ONCE))
            .build();
    private final Operations operations = client.operations();
    private final Operations patient = operations.with(
            CallOptions.defaults().withTimeout(LATE).withAttemptTimeout(ATTEMPT).withRetry(AT_ONCE));
    private final OperationName name = Harness.name("o");

    @BeforeEach
    void anOperation() {
        server.operation(name.value()).neverEnds();
        // What a first call costs is not what is timed here.
        operations.with(CallOptions.defaults()).get(name);
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private long answersTo(ApiMethod rpc) {
        return server.requests().stream()
                .filter(request -> request.rpc().filter(rpc::equals).isPresent())
                .count();
    }

    @Test
    void thatStallsOnceCostsOneAttempt() {
        server.faults().on(ApiMethod.CANCEL).once(Fault.stall());
        patient.cancel(name);
        assertThat(answersTo(ApiMethod.CANCEL)).isGreaterThanOrEqualTo(2);
    }

    @Test
    void thatStallsForEverEndsTheCallAtItsDeadline() {
        server.faults().on(ApiMethod.CANCEL).always(Fault.stall());
        long start = System.nanoTime();
        assertThatThrownBy(() -> operations.cancel(name))
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessageStartingWith(Harness.about(ApiMethod.CANCEL, name) + "no response from " + server.url()
                        + ": POST " + server.url() + "/v1/" + name + ":cancel: no complete response within ")
                .hasMessageContaining("the connection was aborted, the request may have arrived (after ");
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        assertThat(taken).isBetween(CALL.minus(ATTEMPT), LATE);
        assertThat(answersTo(ApiMethod.CANCEL)).isBetween(1L, 5L);
    }

    @Test
    void thatStallsForEverEndsTheFutureToo() {
        server.faults().on(ApiMethod.CANCEL).always(Fault.stall());
        assertThat(operations.cancelAsync(name))
                .failsWithin(LATE)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(DeadlineExceededException.class);
    }

    @Test
    void thatDripsIsNoBetterThanOneThatStalls() {
        server.faults().on(ApiMethod.GET).once(Fault.slowDrip(1, Duration.ofMillis(20)));
        assertThat(patient.get(name).done()).isFalse();
        assertThat(answersTo(ApiMethod.GET)).isGreaterThanOrEqualTo(3);
    }

    @Test
    void holdsAnInterruptedThreadNoLongerThanTheAttempt() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        server.onRequest(request -> arrived.countDown());
        server.faults().on(ApiMethod.GET).always(Fault.stall());
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            try {
                patient.get(name);
            } catch (RuntimeException e) {
                failure.complete(e);
            }
        });
        caller.start();
        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
        caller.interrupt();
        assertThat(failure)
                .succeedsWithin(LATE)
                .isInstanceOfSatisfying(
                        NoResponseException.class, e -> assertThat(e).hasMessageContaining("interrupted"));
        assertThat(answersTo(ApiMethod.GET)).isLessThanOrEqualTo(3);
    }
}
