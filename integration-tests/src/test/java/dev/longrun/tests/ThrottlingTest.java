// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.call.CallOptions;
import dev.longrun.call.RetryPolicy;
import dev.longrun.error.ApiException;
import dev.longrun.error.LongrunException;
import dev.longrun.error.UnreachableException;
import dev.longrun.operation.ListRequest;
import dev.longrun.operation.Operations;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.Fault;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the client makes of a service that says 429. */
class ThrottlingTest {
    private static final Duration AMPLE = Duration.ofSeconds(10);
    private static final Duration THREE_SECONDS = Duration.ofSeconds(3);

    private final Harness harness = Harness.manual();
    private final Operations operations = harness.client.operations();
    private final OperationName name = Harness.name("o");

    @BeforeEach
    void anOperation() {
        harness.operation(name).neverEnds();
    }

    @AfterEach
    void close() {
        harness.close();
    }

    /** Has as many calls refused as limit that kind, the last of them with a hint. */
    private void throttle(ApiMethod rpc, Duration hint) {
        for (int i = 0; i < 20; i++) {
            refuse(rpc, Duration.ZERO);
        }
        refuse(rpc, hint);
    }

    private void refuse(ApiMethod rpc, Duration hint) {
        harness.server.faults().on(rpc).once(Fault.tooManyRequests(hint));
        Operations once = operations.with(CallOptions.defaults().withRetry(RetryPolicy.none()));
        assertThatThrownBy(() -> call(once, rpc).join()).hasCauseInstanceOf(ApiException.class);
    }

    private CompletableFuture<?> call(Operations with, ApiMethod rpc) {
        return switch (rpc) {
            case CANCEL -> with.cancelAsync(name);
            case LIST -> with.listAsync(ListRequest.of(Harness.parent()));
            default -> with.getAsync(name);
        };
    }

    @Nested
    class Turns {

        @Test
        void comeToEachKindOfCallByItsOwnHint() {
            throttle(ApiMethod.CANCEL, THREE_SECONDS);
            throttle(ApiMethod.GET, Duration.ofSeconds(1));
            CompletableFuture<?> list = call(operations, ApiMethod.LIST);
            CompletableFuture<?> get = call(operations, ApiMethod.GET);
            CompletableFuture<?> cancel = call(operations, ApiMethod.CANCEL);
            assertThat(list).succeedsWithin(AMPLE);

            harness.time.advance(Duration.ofMillis(999));
            assertThat(get).isNotDone();
            harness.time.advance(Duration.ofMillis(1));
            assertThat(get).succeedsWithin(AMPLE);

            harness.time.advance(Duration.ofMillis(1999));
            assertThat(cancel).isNotDone();
            harness.time.advance(Duration.ofMillis(1));
            assertThat(cancel).succeedsWithin(AMPLE);
        }

        @Test
        void comeToBlockingCallersToo() {
            throttle(ApiMethod.CANCEL, THREE_SECONDS);
            long cancels = harness.requests(ApiMethod.CANCEL);
            CompletableFuture<?> cancel = blocking(() -> operations.cancel(name));
            harness.time.advance(Duration.ofMillis(2999));
            assertThat(harness.requests(ApiMethod.CANCEL)).isEqualTo(cancels);
            harness.time.advance(Duration.ofMillis(1));
            assertThat(cancel).succeedsWithin(AMPLE);
        }
    }

    @Nested
    class ImpatientCalls {
        private final Operations impatient =
                operations.with(CallOptions.defaults().withTimeout(Duration.ofSeconds(2)));

        @Test
        void leaveTheQueueWithoutHavingSentAnything() {
            throttle(ApiMethod.GET, THREE_SECONDS);
            long gets = harness.requests(ApiMethod.GET);
            CompletableFuture<?> get = impatient.getAsync(name);
            harness.time.advance(Duration.ofSeconds(2));
            assertThat(get)
                    .failsWithin(AMPLE)
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(UnreachableException.class)
                    .withMessageContaining(
                            Harness.about(ApiMethod.GET, name) + "nothing was sent; the service throttles such"
                                    + " calls, and the time was over before this one got a permit");
            assertThat(harness.requests(ApiMethod.GET)).isEqualTo(gets);
        }

        @Test
        void neverKeepPatientOnesFromTheirTurn() {
            throttle(ApiMethod.GET, THREE_SECONDS);
            for (int i = 0; i < 100; i++) {
                impatient.getAsync(name);
            }
            CompletableFuture<?> patient = operations.getAsync(name);
            harness.time.advance(Duration.ofSeconds(2));
            harness.time.advance(Duration.ofSeconds(1));
            assertThat(patient).succeedsWithin(AMPLE);
        }

        @Test
        void thatAreCancelledTakeNoTurn() {
            throttle(ApiMethod.GET, THREE_SECONDS);
            for (int i = 0; i < 100; i++) {
                operations.getAsync(name).cancel(true);
            }
            CompletableFuture<?> patient = operations.getAsync(name);
            harness.time.advance(THREE_SECONDS);
            assertThat(patient).succeedsWithin(AMPLE);
        }

        @Test
        void thatBlockLeaveTheQueueToo() {
            throttle(ApiMethod.GET, THREE_SECONDS);
            CompletableFuture<?> get = blocking(() -> impatient.get(name));
            harness.time.advance(Duration.ofSeconds(2));
            assertThat(get)
                    .failsWithin(AMPLE)
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(UnreachableException.class);
            harness.time.advance(Duration.ofSeconds(1));
            assertThat(operations.getAsync(name)).succeedsWithin(AMPLE);
        }
    }

    /** Runs on a thread of its own; returns when that thread waits. */
    private static CompletableFuture<?> blocking(Runnable call) {
        CompletableFuture<Boolean> end = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                call.run();
                end.complete(true);
            } catch (LongrunException e) {
                end.completeExceptionally(e);
            }
        });
        thread.start();
        while (thread.getState() != Thread.State.WAITING && !end.isDone()) {
            Thread.onSpinWait();
        }
        return end;
    }

    @Test
    void oneRefusalWithAHintPausesEveryoneOfThatKind() {
        refuse(ApiMethod.GET, THREE_SECONDS);
        CompletableFuture<?> first = operations.getAsync(name);
        CompletableFuture<?> second = operations.getAsync(name);
        harness.time.advance(Duration.ofMillis(2999));
        assertThat(harness.requests(ApiMethod.GET)).isEqualTo(1);
        harness.time.advance(Duration.ofMillis(1));
        assertThat(first).succeedsWithin(AMPLE);
        assertThat(second).succeedsWithin(AMPLE);
    }

    @Test
    void callsOfAnotherKindGoOnAtFullSpeed() {
        throttle(ApiMethod.LIST, Duration.ofMinutes(1));
        assertThat(operations.get(name).done()).isFalse();
    }
}
