// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.OperationsClient;
import dev.longrun.cancel.BatchOptions;
import dev.longrun.cancel.CancelBatch;
import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.cancel.WriteAheadLog;
import dev.longrun.error.LongrunException;
import dev.longrun.error.UnreachableException;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.time.TimeSource;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Logs and sources that stall, never answer or throw what they do not declare. */
@Timeout(60)
class HostileLogTest {
    private static final CancelOptions SHORT = CancelOptions.defaults().withTimeout(Duration.ofSeconds(2));

    @Test
    void anIntentThatIsNeverTakenEndsTheCancelAtItsDeadlineAndSendsNothing() {
        try (Harness harness = Harness.start()) {
            WriteAheadLog silent = new WriteAheadLog() {
                @Override
                public CompletableFuture<Void> intent(OperationName name) {
                    return new CompletableFuture<>();
                }
            };
            assertThatThrownBy(() -> harness.client
                            .canceller()
                            .cancel(Harness.name("cancels-0-x"), SHORT.withWriteAheadLog(silent)))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageEndingWith("nothing was sent: the log had not taken the intent by the deadline");
            assertThat(harness.requests(ApiMethod.CANCEL)).isZero();
        }
    }

    @Test
    void anOutcomeThatIsNeverTakenReachesTheCaller() {
        try (Harness harness = Harness.atPace()) {
            WriteAheadLog silent = new WriteAheadLog() {
                @Override
                public CompletableFuture<Void> outcome(CancelOutcome outcome) {
                    return new CompletableFuture<>();
                }
            };
            assertThat(harness.client
                            .canceller()
                            .cancel(Harness.name("cancels-0-x"), SHORT.withWriteAheadLog(silent))
                            .isCancelled())
                    .isTrue();
        }
    }

    /** As with a disk that does not respond. Time that passed by itself could pass before the second name is taken. */
    @Test
    void aLogThatNeverCompletesAnythingDelaysNoEndOfABatch() throws InterruptedException {
        WriteAheadLog frozen = new WriteAheadLog() {
            @Override
            public CompletableFuture<Void> intent(OperationName name) {
                return new CompletableFuture<>();
            }

            @Override
            public CompletableFuture<Void> failure(OperationName name, LongrunException cause) {
                return new CompletableFuture<>();
            }
        };
        BatchOptions options = BatchOptions.defaults().withCancelOptions(SHORT).withWriteAheadLog(frozen);
        List<OperationName> names =
                Stream.of("stuck-a", "stuck-b").map(Harness::name).toList();
        try (Harness harness = Harness.manual();
                CancelBatch batch = harness.client.canceller().cancelAll(names, options)) {
            harness.time.awaitPending(2); // both intents
            harness.time.advance(Duration.ofSeconds(2));
            harness.time.awaitPending(2); // both failures
            harness.time.advance(Duration.ofMillis(250));
            assertThat(batch.stream())
                    .hasSize(2)
                    .allSatisfy(result -> assertThat(result.failure())
                            .get()
                            .asString()
                            .endsWith("nothing was sent: the log had not taken the intent by the deadline"));
            assertThat(harness.requests(ApiMethod.CANCEL)).isZero();
        }
    }

    @Test
    void aBatchAndItsClientCloseAtOnceThoughALogTakesNothing() throws Exception {
        var asked = new CountDownLatch(1);
        WriteAheadLog frozen = new WriteAheadLog() {
            @Override
            public CompletableFuture<Void> intent(OperationName name) {
                asked.countDown();
                return new CompletableFuture<>();
            }
        };
        try (Harness harness = Harness.manual()) { // no deadline comes
            CancelBatch batch = harness.client
                    .canceller()
                    .cancelAll(
                            List.of(Harness.name("stuck-a")),
                            BatchOptions.defaults().withWriteAheadLog(frozen));
            asked.await();
            batch.close();
            assertThat(batch.hasNext()).isFalse();
            assertThat(batch.sentWithoutOutcome()).isEmpty();
        }
    }

    @Test
    void aStalledLogDelaysNoTimerAndNoOtherClient() throws InterruptedException {
        var stalled = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        WriteAheadLog stalling = new WriteAheadLog() {
            @Override
            public Optional<RequestStatus> previousRequest(OperationName name) {
                stalled.countDown();
                await(release);
                return Optional.empty();
            }
        };
        try (FakeOperationsServer server = FakeOperationsServer.start(TimeSource.system(), List.of(Harness.FILE), 0);
                OperationsClient client = client(server);
                OperationsClient other = client(server);
                CancelBatch batch = client.canceller()
                        .cancelAll(
                                Stream.of("cancels-0-a", "cancels-0-b").map(Harness::name),
                                BatchOptions.defaults().withMaxPerSecond(2).withWriteAheadLog(stalling))) {
            stalled.await();
            var timer = new CountDownLatch(1);
            TimeSource.system().schedule(Duration.ofMillis(10), timer::countDown);
            assertThat(timer.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(other.canceller().cancel(Harness.name("cancels-0-c")).isCancelled())
                    .isTrue();
            assertThat(client.canceller().cancel(Harness.name("cancels-0-d")).isCancelled())
                    .isTrue();
            release.countDown();
            assertThat(batch.stream()).hasSize(2);
        }
    }

    @Test
    void aSourceThatThrowsACheckedExceptionEndsTheBatchWithItAfterTheResults() {
        var gone = new IOException("disk gone");
        Iterator<OperationName> source = new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                if (next == 3) {
                    Undeclared.thrown(gone);
                }
                return true;
            }

            @Override
            public OperationName next() {
                return Harness.name("cancels-0-" + next++);
            }
        };
        try (Harness harness = Harness.start();
                CancelBatch batch = harness.client.canceller().cancelAll(source, BatchOptions.defaults())) {
            for (int i = 0; i < 3; i++) {
                assertThat(batch.next().outcome()).isPresent();
            }
            assertThatThrownBy(batch::hasNext).hasMessageContaining("disk gone").hasCause(gone);
        }
    }

    @Test
    void aResultIsCompletedOnAThreadOfTheClientThoughTheLogCompletesOnAnother() {
        try (Harness harness = Harness.start()) {
            WriteAheadLog foreign = new WriteAheadLog() {
                @Override
                public CompletableFuture<Void> outcome(CancelOutcome outcome) {
                    var written = new CompletableFuture<Void>();
                    new Thread(() -> written.complete(null), "foreign").start();
                    return written;
                }
            };
            String thread = harness.client
                    .canceller()
                    .cancelAsync(Harness.name("cancels-0-x"), SHORT.withWriteAheadLog(foreign))
                    .thenApply(outcome -> Thread.currentThread().getName())
                    .join();
            assertThat(thread).isNotEqualTo("foreign");
        }
    }

    private static OperationsClient client(FakeOperationsServer server) {
        return OperationsClient.builder()
                .endpoint(server.url())
                .withoutCredentials()
                .build();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
