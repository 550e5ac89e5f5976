// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.OperationsClient;
import dev.longrun.cancel.BatchOptions;
import dev.longrun.cancel.CancelBatch;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.cancel.CancelOutcome.Kind;
import dev.longrun.cancel.CancelResult;
import dev.longrun.error.ConfigurationException;
import dev.longrun.error.NoResponseException;
import dev.longrun.filestore.v1.Filestore;
import dev.longrun.filestore.v1.LocationName;
import dev.longrun.journal.CancelJournal;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many cancels where time passes by itself; {@link ClosedEarlyTest} has those where it stands still. */
class CancelAllTest {
    private static final BatchOptions STANDARD = BatchOptions.defaults();

    private final Harness harness = Harness.start();

    @AfterEach
    void close() {
        harness.close();
    }

    private CancelBatch cancelAll(Stream<OperationName> names, BatchOptions options) {
        return harness.client.canceller().cancelAll(names, options);
    }

    private static Stream<OperationName> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> Harness.name("cancels-0-" + i));
    }

    @Test
    void eachNameHasOneResult() {
        try (CancelBatch run = cancelAll(names(300), STANDARD)) {
            assertThat(run.stream()).hasSize(300).extracting(CancelResult::name).doesNotHaveDuplicates();
            assertThat(run.progress().counts().of(Kind.CANCELLED)).isEqualTo(300);
            assertThat(run.progress().allTaken()).isTrue();
            assertThat(run.sentWithoutOutcome()).isEmpty();
        }
    }

    @Test
    void typedNamesAreTakenAsTheyAre() {
        LocationName location = Filestore.project("p").location("us-central1");
        List<OperationName> names =
                Stream.of("cancels-0-a", "cancels-0-b").map(location::operation).toList();
        try (Harness filestore = Harness.serving(names.get(0).service());
                CancelBatch run = filestore.client.canceller().cancelAll(names, STANDARD)) {
            assertThat(run.stream()).extracting(CancelResult::name).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void theOptionsOfTheClientHoldForEach() {
        try (OperationsClient client = harness.clientBuilder()
                        .cancelOptions(CancelOptions.defaults().withTimeout(Duration.ofSeconds(3)))
                        .build();
                CancelBatch run = client.canceller().cancelAll(List.of(Harness.name("stuck-a")), STANDARD)) {
            CancelOutcome outcome = run.next().outcome().orElseThrow();
            assertThat(outcome.kind()).isEqualTo(Kind.STILL_RUNNING);
            assertThat(outcome.evidence().elapsed()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(4));
        }
    }

    @Test
    void oneThatFailsStopsNoOther() {
        OperationName forbidden = Harness.name("cancels-0-1");
        harness.server.faults().on(ApiMethod.CANCEL).of(forbidden.value()).always(Fault.permissionDenied());
        List<CancelResult> results = cancelAll(names(3), STANDARD).stream().toList();
        assertThat(results)
                .hasSize(3)
                .filteredOn(result -> result.failure().isPresent())
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.name()).isEqualTo(forbidden);
                    assertThat(result.failure().orElseThrow()).hasMessageContaining("PERMISSION_DENIED");
                    assertThat(result.describe()).startsWith(forbidden + ": nothing was asked for: file v1 cancel ");
                });
        assertThat(results)
                .filteredOn(result -> result.outcome().isPresent())
                .hasSize(2)
                .allMatch(result -> result.describe().startsWith(result.name() + ": cancelled"));
    }

    @Test
    void noMoreNamesAreTakenThanTheWindowHoldsThoughThereIsNoEndOfThem() {
        int window = 20;
        var taken = new AtomicInteger();
        Stream<OperationName> endless = Stream.generate(() -> Harness.name("cancels-0-" + taken.incrementAndGet()));
        try (CancelBatch run = cancelAll(endless, STANDARD.withMaxInFlight(window))) {
            for (int read = 0; read < 200; read++) {
                assertThat(taken.get()).isLessThanOrEqualTo(read + window);
                run.next();
            }
        }
    }

    @Test
    void aSourceThatBlocksHoldsUpNoResult() {
        var more = new CountDownLatch(1);
        Stream<OperationName> names = names(2).peek(name -> {
            if (name.equals(Harness.name("cancels-0-1"))) {
                await(more);
            }
        });
        try (CancelBatch run = cancelAll(names, STANDARD)) {
            assertThat(run.next().name()).isEqualTo(Harness.name("cancels-0-0"));
            more.countDown();
            assertThat(run.next().name()).isEqualTo(Harness.name("cancels-0-1"));
            assertThat(run.hasNext()).isFalse();
        }
    }

    @Test
    void aSourceThatFailsIsToldAfterTheLastResult() {
        var broken = new IllegalStateException("the list of names broke off");
        Iterator<OperationName> names = names(3).peek(name -> {
                    if (name.equals(Harness.name("cancels-0-2"))) {
                        throw broken;
                    }
                })
                .iterator();
        try (CancelBatch run = harness.client.canceller().cancelAll(names, STANDARD)) {
            run.next();
            run.next();
            assertThatThrownBy(run::hasNext).isSameAs(broken);
        }
    }

    @Test
    void whereNothingCanBeWrittenDownNothingIsAskedFor(@TempDir Path directory) {
        CancelJournal journal = CancelJournal.create(directory.resolve("journal.jsonl"));
        journal.close();
        try (CancelBatch run = cancelAll(names(500), STANDARD.withWriteAheadLog(journal))) {
            assertThatThrownBy(() -> run.forEachRemaining(
                            result -> assertThat(result.failure()).isPresent()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("is closed, so nothing more is sent");
        }
        assertThat(harness.requests(ApiMethod.CANCEL)).isZero();
    }

    @Test
    void anInterruptEndsTheWaitAndNotTheRun() {
        try (CancelBatch run = cancelAll(names(1), STANDARD)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(run::hasNext)
                    .isInstanceOf(NoResponseException.class)
                    .hasMessage(
                            "interrupted while waiting for the next result; the cancels go on until the batch is closed");
            assertThat(Thread.interrupted()).isTrue();
            assertThat(run.next().outcome()).isPresent();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
