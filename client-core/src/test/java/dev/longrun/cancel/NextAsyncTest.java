// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import static dev.longrun.cancel.BatchByHand.name;
import static dev.longrun.cancel.BatchByHand.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.service.OperationName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Reading a batch without a thread that waits; the feeder, the callbacks and the clock move by hand. */
class NextAsyncTest {
    private final BatchByHand hand = new BatchByHand();

    private static OperationName nameOf(CompletableFuture<Optional<CancelResult>> read) {
        assertThat(read).isCompleted();
        return read.join().orElseThrow().name();
    }

    @Test
    void eachResultComesOnceInTheOrderInWhichItIsKnownAndThenNone() {
        CancelBatch batch = hand.batch(names(3), BatchOptions.defaults());
        List<OperationName> read = new ArrayList<>();
        CompletableFuture<Void> all = forEach(batch, read);
        hand.runAll();
        hand.end(2);
        hand.end(0);
        hand.runAll();
        assertThat(read).containsExactly(name(2), name(0));
        hand.end(1);
        hand.runAll();
        assertThat(read).containsExactly(name(2), name(0), name(1));
        assertThat(all).isCompleted();
        assertThat(hand.feeding.isShutdown()).isTrue();
    }

    private static CompletableFuture<Void> forEach(CancelBatch batch, List<OperationName> read) {
        return batch.nextAsync().thenCompose(result -> {
            result.ifPresent(each -> read.add(each.name()));
            return result.isPresent() ? forEach(batch, read) : CompletableFuture.completedFuture(null);
        });
    }

    @Test
    void completesAsACallbackAndNotOnTheThreadThatEndedTheCancel() {
        CancelBatch batch = hand.batch(names(1), BatchOptions.defaults());
        CompletableFuture<Optional<CancelResult>> read = batch.nextAsync();
        hand.feeding.runAll();
        hand.end(0);
        assertThat(read).isNotDone();
        hand.callbacks.runAll();
        assertThat(nameOf(read)).isEqualTo(name(0));
    }

    @Test
    void theResultOfACancelledOrTimedOutReadIsThatOfTheNext() {
        CancelBatch batch = hand.batch(names(2), BatchOptions.defaults());
        hand.feeding.runAll();
        CompletableFuture<Optional<CancelResult>> cancelled = batch.nextAsync();
        assertThat(cancelled.cancel(false)).isTrue();
        hand.end(0);
        CompletableFuture<Optional<CancelResult>> timedOut = batch.nextAsync();
        assertThat(timedOut.completeExceptionally(new TimeoutException())).isTrue();
        hand.runAll();
        CompletableFuture<Optional<CancelResult>> read = batch.nextAsync();
        hand.runAll();
        assertThat(nameOf(read)).isEqualTo(name(0));
        assertThat(read.cancel(false)).isFalse();
    }

    @Test
    void secondReadBeforeTheFirstIsDoneIsAnError() {
        CancelBatch batch = hand.batch(names(1), BatchOptions.defaults());
        batch.nextAsync();
        assertThatThrownBy(batch::nextAsync)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("one read of a batch at a time: the future of the read before is not done");
    }

    @Test
    void closingCompletesTheReadThatWaits() {
        CancelBatch batch = hand.batch(names(1), BatchOptions.defaults());
        CompletableFuture<Optional<CancelResult>> read = batch.nextAsync();
        hand.feeding.runAll();
        batch.close();
        hand.runAll();
        assertThat(read).isCompletedWithValue(Optional.empty());
        assertThat(hand.cancels.get(name(0))).isCancelled();
    }

    @Test
    void whatTheSourceThrowsComesAfterTheLastResult() {
        IllegalStateException broken = new IllegalStateException("no more names");
        Iterator<OperationName> one = names(1);
        CancelBatch batch = hand.batch(
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
        hand.runAll();
        assertThat(first).isNotDone();
        hand.end(0);
        hand.runAll();
        assertThat(nameOf(first)).isEqualTo(name(0));
        CompletableFuture<Optional<CancelResult>> second = batch.nextAsync();
        hand.runAll();
        assertThat(second).isCompletedExceptionally();
        assertThatThrownBy(second::join).cause().isSameAs(broken);
    }

    @Test
    void resultThatHasNextWaitedForIsNotLost() {
        CancelBatch batch = hand.batch(names(1), BatchOptions.defaults());
        hand.runAll();
        hand.end(0);
        assertThat(batch.hasNext()).isTrue();
        assertThat(nameOf(batch.nextAsync())).isEqualTo(name(0));
        assertThat(batch.hasNext()).isFalse();
    }

    @Test
    void theFeederHoldsNoThreadWhileItWaitsForRoom() {
        CancelBatch batch = hand.batch(names(3), BatchOptions.defaults().withMaxInFlight(2));
        hand.runAll();
        assertThat(hand.cancels).hasSize(2);
        hand.end(0);
        hand.runAll();
        assertThat(hand.cancels).as("an unread result takes room").hasSize(2);
        batch.nextAsync();
        hand.runAll();
        assertThat(hand.cancels).hasSize(3);
    }

    @Test
    void theFeederHoldsNoThreadWhileItWaitsForAPermit() {
        CancelBatch batch = hand.batch(names(3), BatchOptions.defaults().withMaxPerSecond(10));
        hand.runAll();
        assertThat(hand.cancels).hasSize(1);
        hand.time.advance(Duration.ofMillis(99));
        hand.runAll();
        assertThat(hand.cancels).hasSize(1);
        hand.time.advance(Duration.ofMillis(1));
        assertThat(hand.cancels).as("a timer only hands over").hasSize(1);
        hand.runAll();
        assertThat(hand.cancels).hasSize(2);
        batch.close();
        assertThat(hand.time.pending()).isZero();
    }

    @Test
    void fewCancelsAreWithoutAnAnswer() {
        hand.batch(names(100), BatchOptions.defaults());
        hand.runAll();
        assertThat(hand.cancels).hasSize(64);
        hand.end(0);
        hand.runAll();
        assertThat(hand.cancels).hasSize(65);
    }
}
