// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.OperationsClient;
import dev.longrun.call.CallOptions;
import dev.longrun.call.ClientListener;
import dev.longrun.call.RateLimit;
import dev.longrun.call.RetryPolicy;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.error.ApiException;
import dev.longrun.error.Code;
import dev.longrun.error.LongrunException;
import dev.longrun.error.UnreachableException;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.Fault;
import dev.longrun.watch.WatchOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an application can replace or observe, and that a hostile one changes no outcome. */
@Timeout(30)
class ExtensionPointsTest {
    private static final Duration AMPLE = Duration.ofSeconds(10);

    private final Harness harness = Harness.start();
    private final OperationName name = Harness.name("o");

    ExtensionPointsTest() {
        harness.operation(name).neverEnds();
    }

    @AfterEach
    void close() {
        harness.close();
    }

    @Nested
    class AnExecutor {
        private final ExecutorService application =
                Executors.newFixedThreadPool(2, task -> new Thread(task, "application"));
        private final Set<String> threads = ConcurrentHashMap.newKeySet();

        @AfterEach
        void shutdown() {
            application.shutdownNow();
        }

        @Test
        void runsAttemptsAndCallbacks() {
            try (OperationsClient client = harness.clientBuilder()
                    .executor(application)
                    .listener(ClientListener.ofAttempts(
                            attempt -> threads.add(Thread.currentThread().getName())))
                    .build()) {
                harness.server.faults().on(ApiMethod.GET).once(Fault.unavailable());
                assertThat(client.operations().getAsync(name)).succeedsWithin(AMPLE);
                assertThat(client.canceller().cancelAsync(name)).succeedsWithin(AMPLE);
            }
            assertThat(threads).containsExactly("application");
            assertThat(application.isShutdown()).isFalse();
        }

        @Test
        void thatRejectsMakesTheCallFailAndLosesNoCallback() {
            Executor full = task -> {
                throw new RejectedExecutionException("full");
            };
            try (OperationsClient client =
                    harness.clientBuilder().executor(full).build()) {
                assertThat(client.operations().getAsync(name))
                        .failsWithin(AMPLE)
                        .withThrowableThat()
                        .withCauseInstanceOf(UnreachableException.class)
                        .withMessageContaining("the application's executor rejected the call");
                assertThat(client.operations().get(name).done()).isFalse();
            }
        }
    }

    @Nested
    class ARetryPredicate {

        private OperationsClient client(RetryPolicy retry) {
            return harness.clientBuilder()
                    .callOptions(CallOptions.defaults().withRetry(retry))
                    .build();
        }

        @Test
        void decidesWhatIsRetried() {
            harness.server.faults().on(ApiMethod.GET).once(Fault.permissionDenied());
            RetryPolicy denied = RetryPolicy.defaults()
                    .withRetryIf(failure ->
                            failure instanceof ApiException api && api.status().code() == Code.PERMISSION_DENIED);
            try (OperationsClient client = client(denied)) {
                assertThat(client.operations().get(name).done()).isFalse();
                harness.server.faults().on(ApiMethod.GET).once(Fault.unavailable());
                assertThatThrownBy(() -> client.operations().get(name)).hasMessageContaining("UNAVAILABLE");
            }
        }

        @Test
        void thatThrowsRetriesNothing() {
            harness.server.faults().on(ApiMethod.GET).once(Fault.unavailable());
            RetryPolicy broken = RetryPolicy.defaults().withRetryIf(failure -> {
                throw new IllegalStateException("mine");
            });
            try (OperationsClient client = client(broken)) {
                assertThatThrownBy(() -> client.operations().get(name)).isInstanceOf(ApiException.class);
            }
        }
    }

    @Test
    void aFixedRateSpacesCalls() {
        try (OperationsClient client =
                harness.clientBuilder().rateLimit(RateLimit.fixed(2)).build()) {
            long start = harness.time.nanoTime();
            for (int i = 0; i < 5; i++) {
                client.operations().get(name);
            }
            assertThat(Duration.ofNanos(harness.time.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        }
    }

    @Test
    void withoutARateLimitAThrottledCallPausesNoOther() {
        try (OperationsClient client =
                harness.clientBuilder().rateLimit(RateLimit.off()).build()) {
            harness.server.faults().on(ApiMethod.GET).once(Fault.tooManyRequests(Duration.ofMinutes(5)));
            assertThatThrownBy(() -> client.operations()
                            .with(CallOptions.defaults().withRetry(RetryPolicy.none()))
                            .get(name))
                    .isInstanceOf(ApiException.class);
            long start = harness.time.nanoTime();
            client.operations().get(name);
            assertThat(Duration.ofNanos(harness.time.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void optionsOfTheClientApplyToCancelsAndWatchesWithoutTheirOwn() {
        try (OperationsClient client = harness.clientBuilder()
                .cancelOptions(CancelOptions.defaults().withTimeout(Duration.ofSeconds(7)))
                .watchOptions(WatchOptions.defaults().withTimeout(Duration.ofSeconds(9)))
                .build()) {
            long start = harness.time.nanoTime();
            client.watcher().await(name);
            assertThat(Duration.ofNanos(harness.time.nanoTime() - start))
                    .isBetween(Duration.ofSeconds(8), Duration.ofSeconds(10));
            start = harness.time.nanoTime();
            client.canceller().cancel(name);
            assertThat(Duration.ofNanos(harness.time.nanoTime() - start))
                    .isBetween(Duration.ofSeconds(6), Duration.ofSeconds(8));
        }
    }

    @Test
    void theStackTraceOfABlockingCancelShowsItsCaller() {
        harness.server.faults().on(ApiMethod.CANCEL).always(Fault.permissionDenied());
        assertThatThrownBy(() -> harness.client.canceller().cancel(name))
                .isInstanceOf(LongrunException.class)
                .satisfies(thrown -> assertThat(
                                Arrays.stream(thrown.getStackTrace()).map(StackTraceElement::getMethodName))
                        .anyMatch(method -> method.contains("theStackTraceOfABlockingCancelShowsItsCaller")));
    }
}
