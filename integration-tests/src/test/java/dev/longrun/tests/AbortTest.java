// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.OperationsClient;
import dev.longrun.auth.TokenSource;
import dev.longrun.call.CallOptions;
import dev.longrun.error.ConfigurationException;
import dev.longrun.error.DeadlineExceededException;
import dev.longrun.operation.Operation;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.Fault;
import dev.longrun.time.TimeSource;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What ends with a future or a client: sockets, threads and token fetches, in real time and over real sockets. */
@Timeout(30)
class AbortTest {
    private static final int THREADS = 64;

    static final List<Consumer<CompletableFuture<?>>> WAYS_TO_END = List.of(
            future -> future.cancel(true),
            future -> future.completeExceptionally(new IllegalStateException("not wanted")),
            future -> future.orTimeout(1, TimeUnit.MILLISECONDS));

    private final Harness harness = Harness.start();
    private final OperationName stalled = Harness.name("stalled");
    private final OperationName healthy = Harness.name("healthy");

    AbortTest() {
        harness.operation(healthy).neverEnds();
        harness.server.faults().on(ApiMethod.GET).of(stalled.value()).always(Fault.stall());
        harness.server.faults().on(ApiMethod.CANCEL).of(stalled.value()).always(Fault.stall());
    }

    @AfterEach
    void close() {
        harness.close();
    }

    private OperationsClient client() {
        return harness.clientBuilder().time(TimeSource.system()).build();
    }

    @ParameterizedTest
    @FieldSource("WAYS_TO_END")
    void stalledReadsThatAreNotWantedAnyMoreFreeTheirThreads(Consumer<CompletableFuture<?>> end) throws Exception {
        CountDownLatch arrived = new CountDownLatch(THREADS);
        harness.server.onRequest(request -> arrived.countDown());
        try (OperationsClient client = client()) {
            List<CompletableFuture<?>> reads = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                reads.add(
                        i % 2 == 0
                                ? client.operations().getAsync(stalled)
                                : client.operations().cancelAsync(stalled));
            }
            assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
            reads.forEach(end);
            CompletableFuture<Operation> read = client.operations().getAsync(healthy);
            assertThat(read).succeedsWithin(Duration.ofSeconds(1));
        }
    }

    @Test
    void aTokenFetchThatIsNotWantedAnyMoreFreesItsThread() throws Exception {
        CountDownLatch fetching = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        TokenSource slow = tokens(timeout -> {
            fetching.countDown();
            try {
                TimeUnit.SECONDS.sleep(20);
                return Map.of();
            } catch (InterruptedException e) {
                interrupted.countDown();
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            }
        });
        try (OperationsClient client = harness.clientBuilder()
                .time(TimeSource.system())
                .credentials(slow)
                .credentialsOverLoopback(true)
                .build()) {
            CompletableFuture<?> read = client.operations().getAsync(healthy);
            assertThat(fetching.await(10, TimeUnit.SECONDS)).isTrue();
            read.cancel(true);
            assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void theTimeOfATokenFetchIsSpentOnce() {
        Duration timeout = Duration.ofSeconds(1);
        TokenSource slow = tokens(left -> {
            sleep(Duration.ofMillis(700));
            return Map.of("Authorization", "Bearer x");
        });
        try (OperationsClient client = harness.clientBuilder()
                .time(TimeSource.system())
                .credentials(slow)
                .credentialsOverLoopback(true)
                .callOptions(CallOptions.defaults().withTimeout(timeout).withAttemptTimeout(timeout))
                .build()) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> client.operations().get(stalled)).isInstanceOf(DeadlineExceededException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1500));
        }
    }

    @Test
    void aTokenSourceThatThrowsUncheckedIsAMistakeInTheConfiguration() {
        TokenSource broken = tokens(timeout -> {
            throw new IllegalStateException("mine");
        });
        try (OperationsClient client = harness.clientBuilder()
                .credentials(broken)
                .credentialsOverLoopback(true)
                .build()) {
            assertThatThrownBy(() -> client.operations().get(healthy))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("the TokenSource failed with java.lang.IllegalStateException");
            assertThat(client.operations().getAsync(healthy))
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .withCauseInstanceOf(ConfigurationException.class);
        }
    }

    @Test
    void noThreadOfAClientIsLeftAMomentAfterItIsClosed() {
        OperationsClient client = client();
        for (int i = 0; i < 8; i++) {
            client.operations().getAsync(healthy).join();
        }
        client.watcher().watch(healthy);
        client.close();
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        List<String> left = ownThreads();
        while (!left.isEmpty() && System.nanoTime() < limit) {
            sleep(Duration.ofMillis(20));
            left = ownThreads();
        }
        assertThat(left).isEmpty();
    }

    /** The timer is shared by all clients, and ends ten seconds after the last task. */
    private static List<String> ownThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> name.startsWith("longrun-") && !name.equals("longrun-timer"))
                .toList();
    }

    private static void sleep(Duration duration) {
        try {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private interface Fetch {
        Map<String, String> headers(Duration timeout) throws IOException;
    }

    private static TokenSource tokens(Fetch fetch) {
        return new TokenSource() {
            @Override
            public Map<String, String> headers(Duration timeout) throws IOException {
                return fetch.headers(timeout);
            }

            @Override
            public void invalidate(Map<String, String> refused) {}
        };
    }
}
