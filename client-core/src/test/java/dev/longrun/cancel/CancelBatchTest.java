// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.longrun.error.UnreachableException;
import dev.longrun.observe.Observers;
import dev.longrun.rpc.ClientThreads;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceTable;
import dev.longrun.time.HandTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CancelBatchTest {
    private static final int AT_A_TIME = 64;
    private static final ServiceDefinition FILE =
            ServiceTable.parse("file", """
                    service  file.googleapis.com
                    versions v1
                    names
                      projects/*/locations/*/operations/*  get cancel
                    """).definition("file.googleapis.com", "v1");

    private final Queue<CompletableFuture<CancelOutcome>> underWay = new ConcurrentLinkedQueue<>();
    private final CountDownLatch allPassed = new CountDownLatch(1);

    private static OperationName name(int number) {
        return OperationName.of(FILE, "projects/p/locations/l/operations/" + number);
    }

    /** Counts down {@link #allPassed} when the run asks for one more. */
    private Iterator<OperationName> names(int count) {
        Iterator<OperationName> names =
                IntStream.range(0, count).mapToObj(CancelBatchTest::name).iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                if (!names.hasNext()) {
                    allPassed.countDown();
                }
                return names.hasNext();
            }

            @Override
            public OperationName next() {
                return names.next();
            }
        };
    }

    private CancelBatch run(
            BiFunction<OperationName, GuardedLog.Tracker, CompletableFuture<CancelOutcome>> canceller, int names) {
        return new CancelBatch(
                canceller,
                new HandTime(),
                names(names),
                BatchOptions.defaults().withMaxInFlight(names + 1),
                Runnable::run,
                ClientThreads.single("batch"),
                Observers.none(new HandTime()));
    }

    private CompletableFuture<CancelOutcome> stall() {
        var cancel = new CompletableFuture<CancelOutcome>();
        underWay.add(cancel);
        return cancel;
    }

    private static CompletableFuture<CancelOutcome> refuse() {
        return CompletableFuture.failedFuture(new UnreachableException("no"));
    }

    private static List<CancelResult> read(CancelBatch run) {
        List<CancelResult> results = new ArrayList<>();
        run.forEachRemaining(results::add);
        return results;
    }

    @Test
    void aBatchWithoutAThreadSaysThatNothingWasSent() {
        ThreadPoolExecutor threadless =
                new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    throw new OutOfMemoryError("unable to create native thread");
                });
        try (CancelBatch batch = new CancelBatch(
                (name, tracker) -> stall(),
                new HandTime(),
                names(3),
                BatchOptions.defaults(),
                Runnable::run,
                threadless,
                Observers.none(new HandTime()))) {
            assertThatThrownBy(batch::hasNext)
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageStartingWith("the system has no thread left for the batch, so nothing was sent: ");
        }
        assertThat(underWay).isEmpty();
    }

    @Test
    void thousandsThatEndAtOnceHaveAResultEach() throws InterruptedException {
        int names = AT_A_TIME + 20_000;
        var full = new CountDownLatch(AT_A_TIME);
        try (CancelBatch run = run(
                (name, tracker) -> {
                    if (full.getCount() == 0) {
                        return refuse();
                    }
                    CompletableFuture<CancelOutcome> cancel = stall();
                    full.countDown();
                    return cancel;
                },
                names)) {
            full.await();
            underWay.forEach(cancel -> cancel.completeExceptionally(new UnreachableException("no connection")));
            assertThat(read(run)).hasSize(names).extracting(CancelResult::name).doesNotHaveDuplicates();
        }
    }

    @Test
    void oneThatCannotEvenBeginHasAResultAndStopsNoOther() {
        var broken = new IllegalStateException("no room");
        try (CancelBatch run = run(
                (name, tracker) -> {
                    if (name.equals(name(1))) {
                        throw broken;
                    }
                    return refuse();
                },
                3)) {
            assertThat(read(run))
                    .extracting(
                            CancelResult::name,
                            result -> result.failure().orElseThrow().getMessage())
                    .containsExactly(
                            tuple(name(0), "no"),
                            tuple(name(1), name(1) + ": the cancel ended unexpectedly: " + broken),
                            tuple(name(2), "no"));
        }
    }

    @Test
    void oneThatWasCancelledByAnotherThanTheRunHasAResultToo() throws InterruptedException {
        try (CancelBatch run = run((name, tracker) -> stall(), 1)) {
            allPassed.await();
            underWay.forEach(cancel -> cancel.cancel(false));
            assertThat(read(run))
                    .singleElement()
                    .satisfies(result -> assertThat(result.failure().orElseThrow())
                            .hasMessage(name(0)
                                    + ": the cancel ended unexpectedly: java.util.concurrent.CancellationException"));
        }
    }

    @Test
    void oneThatEndsWhileTheBatchIsClosedHasNoOutcomeAsItsResultIsNotRead() throws InterruptedException {
        CancelBatch run = run(
                (name, tracker) -> {
                    tracker.sending();
                    return new EndsWhenCancelled();
                },
                1);
        allPassed.await();
        assertThat(run.sentWithoutOutcome()).containsExactly(name(0));
        run.close();
        assertThat(run.hasNext()).isFalse();
        assertThat(run.sentWithoutOutcome()).containsExactly(name(0));
    }

    /** As if the answer had come just before. */
    private static final class EndsWhenCancelled extends CompletableFuture<CancelOutcome> {
        @Override
        public boolean cancel(boolean mayInterrupt) {
            return completeExceptionally(new UnreachableException("too late"));
        }
    }
}
