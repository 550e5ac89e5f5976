// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.error.UnreachableException;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceTable;
import dev.longrun.time.HandTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reading a batch without a thread that waits; the feeder, the callbacks and the clock move by hand. */
class NextAsyncTest {
    private static final ServiceDefinition FILE =
            ServiceTable.parse("file", """
                    service  file.googleapis.com
                    versions v1
                    names
                      projects/*/locations/*/operations/*  get cancel
                    """).definition("file.googleapis.com", "v1");

    private final QueuedTasks feeding = new QueuedTasks();
    private final QueuedTasks callbacks = new QueuedTasks();
    private final HandTime time = new HandTime();
    private final Map<OperationName, CompletableFuture<CancelOutcome>> cancels = new LinkedHashMap<>();

    private static OperationName name(int number) {
        return OperationName.of(FILE, "projects/p/locations/l/operations/" + number);
    }

    private static Iterator<OperationName> names(int count) {
        return IntStream.range(0, count).mapToObj(NextAsyncTest::name).iterator();
    }

    private CancelBatch batch(Iterator<OperationName> names, BatchOptions options) {
        return new CancelBatch((name, tracker) -> begin(name), time, names, options, callbacks, feeding);
    }

    private CompletableFuture<CancelOutcome> begin(OperationName name) {
        CompletableFuture<CancelOutcome> cancel = new CompletableFuture<>();
        cancels.put(name, cancel);
        return cancel;
    }

    private void end(int number) {
        cancels.get(name(number)).completeExceptionally(new UnreachableException("no connection"));
    }

    private void runAll() {
        while (feeding.waiting() + callbacks.waiting() > 0) {
            feeding.runAll();
            callbacks.runAll();
        }
    }

    private static OperationName nameOf(CompletableFuture<Optional<CancelResult>> read) {
        assertThat(read).isCompleted();
        return read.join().orElseThrow().name();
    }

    @Test
    void eachResultComesOnceInTheOrderInWhichItIsKnownAndThenNone() {
        CancelBatch batch = batch(names(3), BatchOptions.defaults());
        List<OperationName> read = new ArrayList<>();
        CompletableFuture<Void> all = forEach(batch, read);
        runAll();
        end(2);
        end(0);
        runAll();
        assertThat(read).containsExactly(name(2), name(0));
        end(1);
        runAll();
        assertThat(read).containsExactly(name(2), name(0), name(1));
        assertThat(all).isCompleted();
        assertThat(feeding.isShutdown()).isTrue();
    }

    private static CompletableFuture<Void> forEach(CancelBatch batch, List<OperationName> read) {
        return batch.nextAsync().thenCompose(result -> {
            result.ifPresent(each -> read.add(each.name()));
            return result.isPresent() ? forEach(batch, read) : CompletableFuture.completedFuture(null);
        });
    }

    @Test
    void completesAsACallbackAndNotOnTheThreadThatEndedTheCancel() {
        CancelBatch batch = batch(names(1), BatchOptions.defaults());
        CompletableFuture<Optional<CancelResult>> read = batch.nextAsync();
        feeding.runAll();
        end(0);
        assertThat(read).isNotDone();
        callbacks.runAll();
        assertThat(nameOf(read)).isEqualTo(name(0));
    }

    @Test
    void theResultOfACancelledOrTimedOutReadIsThatOfTheNext() {
        CancelBatch batch = batch(names(2), BatchOptions.defaults());
        feeding.runAll();
        CompletableFuture<Optional<CancelResult>> cancelled = batch.nextAsync();
        assertThat(cancelled.cancel(false)).isTrue();
        end(0);
        CompletableFuture<Optional<CancelResult>> timedOut = batch.nextAsync();
        assertThat(timedOut.completeExceptionally(new TimeoutException())).isTrue();
        runAll();
        CompletableFuture<Optional<CancelResult>> read = batch.nextAsync();
        runAll();
        assertThat(nameOf(read)).isEqualTo(name(0));
        assertThat(read.cancel(false)).isFalse();
    }

    @Test
    void secondReadBeforeTheFirstIsDoneIsAnError() {
        CancelBatch batch = batch(names(1), BatchOptions.defaults());
        batch.nextAsync();
        assertThatThrownBy(batch::nextAsync)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("one read of a batch at a time: the future of the read before is not done");
    }

    @Test
    void closingCompletesTheReadThatWaits() {
        CancelBatch batch = batch(names(1), BatchOptions.defaults());
        CompletableFuture<Optional<CancelResult>> read = batch.nextAsync();
        feeding.runAll();
        batch.close();
        runAll();
        assertThat(read).isCompletedWithValue(Optional.empty());
        assertThat(cancels.get(name(0))).isCancelled();
    }

    @Test
    void whatTheSourceThrowsComesAfterTheLastResult() {
        IllegalStateException broken = new IllegalStateException("no more names");
        Iterator<OperationName> one = names(1);
        CancelBatch batch = batch(
                new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return true;
                    }

                    @Override
                    public OperationName next() {
                        if (one.hasNext()) {
                            return one.next();
                        }
                        throw broken;
                    }
                },
                BatchOptions.defaults());
        CompletableFuture<Optional<CancelResult>> first = batch.nextAsync();
        runAll();
        assertThat(first).isNotDone();
        end(0);
        runAll();
        assertThat(nameOf(first)).isEqualTo(name(0));
        CompletableFuture<Optional<CancelResult>> second = batch.nextAsync();
        runAll();
        assertThat(second).isCompletedExceptionally();
        assertThatThrownBy(second::join).cause().isSameAs(broken);
    }

    @Test
    void resultThatHasNextWaitedForIsNotLost() {
        CancelBatch batch = batch(names(1), BatchOptions.defaults());
        runAll();
        end(0);
        assertThat(batch.hasNext()).isTrue();
        assertThat(nameOf(batch.nextAsync())).isEqualTo(name(0));
        assertThat(batch.hasNext()).isFalse();
    }

    @Test
    void theFeederHoldsNoThreadWhileItWaitsForRoom() {
        CancelBatch batch = batch(names(3), BatchOptions.defaults().withMaxInFlight(2));
        runAll();
        assertThat(cancels).hasSize(2);
        end(0);
        runAll();
        assertThat(cancels).as("an unread result takes room").hasSize(2);
        batch.nextAsync();
        runAll();
        assertThat(cancels).hasSize(3);
    }

    @Test
    void theFeederHoldsNoThreadWhileItWaitsForAPermit() {
        CancelBatch batch = batch(names(3), BatchOptions.defaults().withMaxPerSecond(10));
        runAll();
        assertThat(cancels).hasSize(1);
        time.advance(Duration.ofMillis(99));
        runAll();
        assertThat(cancels).hasSize(1);
        time.advance(Duration.ofMillis(1));
        assertThat(cancels).as("a timer only hands over").hasSize(1);
        runAll();
        assertThat(cancels).hasSize(2);
        batch.close();
        assertThat(time.pending()).isZero();
    }

    @Test
    void fewCancelsAreWithoutAnAnswer() {
        batch(names(100), BatchOptions.defaults());
        runAll();
        assertThat(cancels).hasSize(64);
        end(0);
        runAll();
        assertThat(cancels).hasSize(65);
    }
}
