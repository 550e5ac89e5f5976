// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import static dev.longrun.cancel.BatchByHand.name;
import static dev.longrun.cancel.BatchByHand.names;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.observe.Observers;
import dev.longrun.rpc.ClientThreads;
import dev.longrun.service.OperationName;
import dev.longrun.time.HandTime;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A batch that is closed in each of its phases. */
@Timeout(60)
class CancelBatchCloseTest {
    private final BatchByHand hand = new BatchByHand();

    @Test
    void beforeItTookANameItTakesNone() {
        CancelBatch batch = hand.batch(names(1), BatchOptions.defaults());
        batch.close();
        hand.runAll();
        assertThat(hand.cancels).isEmpty();
        assertThat(batch.hasNext()).isFalse();
        assertThat(batch.progress().taken()).isZero();
    }

    @Test
    void beforeTheFirstResultItCancelsWhatIsUnderWayAndKnowsWhatWasSent() {
        CancelBatch batch = hand.batch(names(2), BatchOptions.defaults());
        hand.runAll();
        assertThat(hand.trackers.get(name(1)).sending()).isTrue();
        batch.close();
        assertThat(hand.cancels.values()).hasSize(2).allMatch(CompletableFuture::isCancelled);
        assertThat(batch.hasNext()).isFalse();
        assertThat(batch.sentWithoutOutcome()).containsExactly(name(1));
        assertThat(hand.trackers.get(name(0)).sending())
                .as("a request may leave")
                .isFalse();
        assertThat(hand.trackers.get(name(1)).sending())
                .as("another request may leave")
                .isFalse();
    }

    @Test
    void whileThereIsNoRoomItTakesNoFurtherName() {
        CancelBatch batch = hand.batch(names(5), BatchOptions.defaults().withMaxInFlight(2));
        hand.runAll();
        batch.close();
        hand.runAll();
        assertThat(hand.cancels).containsOnlyKeys(name(0), name(1));
        assertThat(batch.progress().taken()).isEqualTo(2);
        assertThat(hand.feeding.isShutdown()).isTrue();
    }

    @Test
    void whileANameWaitsForItsPermitItDropsTheName() {
        CancelBatch batch = hand.batch(names(2), BatchOptions.defaults().withMaxPerSecond(1));
        hand.runAll();
        assertThat(batch.progress().taken()).isEqualTo(2);
        batch.close();
        assertThat(hand.time.pending()).isZero();
        assertThat(hand.cancels).containsOnlyKeys(name(0));
        assertThat(batch.progress().underWay()).isEqualTo(1);
    }

    @Test
    void whileTheSourceGivesANameItDoesNotBeginIt() {
        AtomicReference<CancelBatch> batch = new AtomicReference<>();
        batch.set(hand.batch(before(names(2), () -> batch.get().close()), BatchOptions.defaults()));
        hand.runAll();
        assertThat(hand.cancels).isEmpty();
        assertThat(batch.get().hasNext()).isFalse();
    }

    @Test
    void whileACancelBeginsItCancelsThatToo() {
        AtomicReference<CancelBatch> batch = new AtomicReference<>();
        CompletableFuture<CancelOutcome> begun = new CompletableFuture<>();
        batch.set(new CancelBatch(
                (name, tracker) -> {
                    batch.get().close();
                    return begun;
                },
                hand.time,
                names(1),
                BatchOptions.defaults(),
                hand.callbacks,
                hand.feeding,
                Observers.none(hand.time)));
        hand.runAll();
        assertThat(begun).isCancelled();
        assertThat(batch.get().sentWithoutOutcome()).isEmpty();
    }

    @Test
    void whileResultsAreUnreadItKeepsThem() {
        CancelBatch batch = hand.batch(names(3), BatchOptions.defaults());
        hand.runAll();
        hand.end(2);
        hand.end(0);
        batch.close();
        assertThat(batch).toIterable().extracting(CancelResult::name).containsExactly(name(2), name(0));
        assertThat(batch.progress().counts().failed()).isEqualTo(2);
    }

    @Test
    void afterTheLastResultItChangesNothing() {
        CancelBatch batch = hand.batch(names(1), BatchOptions.defaults());
        hand.runAll();
        hand.end(0);
        assertThat(batch.next().name()).isEqualTo(name(0));
        batch.close();
        assertThat(batch.hasNext()).isFalse();
        assertThat(batch.sentWithoutOutcome()).isEmpty();
    }

    @Test
    void twiceIsAsOnce() {
        CancelBatch batch = hand.batch(names(2), BatchOptions.defaults());
        hand.runAll();
        hand.trackers.get(name(0)).sending();
        hand.end(1);
        batch.close();
        batch.close();
        assertThat(batch.sentWithoutOutcome()).containsExactly(name(0));
        assertThat(batch).toIterable().extracting(CancelResult::name).containsExactly(name(1));
        batch.close();
        assertThat(batch.hasNext()).isFalse();
    }

    @Test
    void onAnotherThreadItEndsTheReadThatWaits() throws Exception {
        CancelBatch batch = hand.batch(names(1), BatchOptions.defaults());
        hand.runAll();
        FutureTask<Boolean> read = new FutureTask<>(batch::hasNext);
        Thread reader = new Thread(read);
        reader.start();
        while (reader.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        batch.close();
        assertThat(read.get(30, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void whileTheSourceBlocksItInterruptsTheSource() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Iterator<OperationName> blocked = before(names(1), () -> {
            asked.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException closed) {
                interrupted.countDown();
            }
        });
        CancelBatch batch = new CancelBatch(
                (name, tracker) -> new CompletableFuture<>(),
                new HandTime(),
                blocked,
                BatchOptions.defaults(),
                Runnable::run,
                ClientThreads.single("batch"),
                Observers.none(new HandTime()));
        asked.await();
        batch.close();
        interrupted.await();
        assertThat(batch.hasNext()).isFalse();
    }

    /** The same names, with something that happens before each. */
    private static Iterator<OperationName> before(Iterator<OperationName> names, Runnable action) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return names.hasNext();
            }

            @Override
            public OperationName next() {
                action.run();
                return names.next();
            }
        };
    }
}
