// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.longrun.error.NoResponseException;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import dev.longrun.time.Backoff;
import dev.longrun.time.HandTime;
import dev.longrun.time.TimeSource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What an application's own code throws, or how long it takes, ends no watch and stops no other. */
class WatcherFaultsTest {
    private static final OperationName A = Reads.name("l", "a");
    private static final OperationName B = Reads.name("m", "b");
    private static final WatchOptions JITTERED = Reads.OPTIONS.withPollBackoff(
            Backoff.constant(Duration.ofMillis(500)).withJitter(Backoff.Jitter.FULL));

    private final HandTime time = new HandTime();
    private final Reads reads = new Reads(time);
    private boolean randomThrows;
    private final RandomGenerator random = () -> {
        if (randomThrows) {
            throw new IllegalStateException("no randomness");
        }
        return 1L << 62;
    };
    private final OperationWatcher watcher = new OperationWatcher(reads, time, random, Runnable::run, Reads.OPTIONS);

    private void answer(Operation a, Operation b) {
        for (var get : List.copyOf(reads.gets)) {
            get.response().complete(get.what().equals(A.toString()) ? a : b);
        }
    }

    @Test
    void aReadWhoseResultCannotBeHandledIsRepeatedAndTheTimerStaysArmed() {
        var one = watcher.watch(A, JITTERED);
        var other = watcher.watch(B, JITTERED);
        time.advance(Duration.ofMillis(25));
        randomThrows = true;
        answer(Reads.running(A), Reads.running(B));
        assertThat(time.pending()).isEqualTo(1);
        randomThrows = false;
        time.advance(Duration.ofSeconds(1));
        answer(Reads.done(A), Reads.done(B));
        assertThat(one.join().kind()).isEqualTo(WatchOutcome.Kind.DONE);
        assertThat(other.join().kind()).isEqualTo(WatchOutcome.Kind.DONE);
    }

    @Test
    void aWatchWhoseReadsCanNeverBeHandledEndsAtItsDeadline() {
        randomThrows = true;
        var one = watcher.watch(A, JITTERED.withTimeout(Duration.ofSeconds(5)));
        for (int i = 0; i < 50; i++) {
            time.advance(Duration.ofMillis(100));
            answer(Reads.running(A), Reads.running(B));
        }
        assertThat(one.join().kind()).isEqualTo(WatchOutcome.Kind.TIMED_OUT);
        assertThat(reads.gets).hasSizeLessThan(10);
    }

    @Test
    void aWatchEndsWhereTheSystemHasNoThreadForItsTimer() {
        TimeSource timerless = new TimeSource() {
            @Override
            public Instant now() {
                return time.now();
            }

            @Override
            public long nanoTime() {
                return time.nanoTime();
            }

            @Override
            public void sleep(Duration duration) {
                time.sleep(duration);
            }

            @Override
            public Scheduled schedule(Duration delay, Runnable task) {
                throw new OutOfMemoryError("unable to create native thread");
            }
        };
        var watch =
                new OperationWatcher(reads, timerless, random, Runnable::run, Reads.OPTIONS).watch(A, Reads.OPTIONS);
        assertThat(watch).isDone();
        assertThat(watch.join().kind()).isEqualTo(WatchOutcome.Kind.UNREADABLE);
        assertThat(watch.join().history().lastError())
                .get()
                .hasToString(
                        "dev.longrun.error.NoResponseException: the read ended unexpectedly: java.lang.OutOfMemoryError: unable to create native thread");
    }

    @Test
    void aRequestThatCannotBeginHasFailedAndIsRepeated() {
        var one = watcher.watch(A, Reads.OPTIONS);
        reads.thrown = Optional.of(new OutOfMemoryError("unable to create native thread"));
        time.advance(Duration.ofMillis(25));
        assertThat(one).isNotDone();
        assertThat(watcher.stats().inFlight()).isZero();
        reads.thrown = Optional.of(new IOException("as from Kotlin"));
        time.advance(Duration.ofSeconds(1));
        reads.thrown = Optional.empty();
        time.advance(Duration.ofSeconds(1));
        answer(Reads.done(A), Reads.done(B));
        assertThat(one.join().kind()).isEqualTo(WatchOutcome.Kind.DONE);
        assertThat(one.join().history().lastError()).containsInstanceOf(NoResponseException.class);
    }

    @Test
    void anEndConditionThatThrowsCountsAsFalse() {
        WatchOptions broken = Reads.OPTIONS.withUntil(any -> {
            throw Reads.<RuntimeException>unchecked(new IOException("mine"));
        });
        var one = watcher.watch(A, broken);
        time.advance(Duration.ZERO);
        answer(Reads.running(A), Reads.running(B));
        assertThat(one).isNotDone();
        time.advance(Duration.ofSeconds(1));
        answer(Reads.done(A), Reads.done(B));
        assertThat(one.join().kind()).isEqualTo(WatchOutcome.Kind.DONE);
    }

    @Test
    void aListenerThatThrowsHearsTheRestAndChangesNothing() {
        List<Operation> heard = new ArrayList<>();
        var one = watcher.watch(A, Reads.OPTIONS.withListener(snapshot -> {
            heard.add(snapshot);
            throw Reads.<RuntimeException>unchecked(new IOException("mine"));
        }));
        time.advance(Duration.ZERO);
        answer(Reads.running(A, "1"), Reads.running(B));
        time.advance(Duration.ofMillis(500));
        answer(Reads.running(A, "1"), Reads.running(B));
        time.advance(Duration.ofSeconds(1));
        answer(Reads.done(A), Reads.done(B));
        assertThat(one.join().kind()).isEqualTo(WatchOutcome.Kind.DONE);
        assertThat(heard).containsExactly(Reads.running(A, "1"), Reads.done(A));
    }

    /** While the listener blocks a thread, the others run the remaining tasks: here the listener itself does. */
    @Test
    void aListenerThatBlocksHoldsUpItsOwnWatchOnly() {
        Queue<Runnable> callbacks = new ArrayDeque<>();
        var threaded = new OperationWatcher(reads, time, random, callbacks::add, Reads.OPTIONS);
        List<Boolean> othersWhileItBlocks = new ArrayList<>();
        var quick = threaded.watch(B, Reads.OPTIONS);
        var slow = new ArrayList<CompletableFuture<WatchOutcome>>();
        slow.add(threaded.watch(A, Reads.OPTIONS.withListener(snapshot -> {
            runAll(callbacks);
            othersWhileItBlocks.add(quick.isDone());
            othersWhileItBlocks.add(slow.get(0).isDone());
        })));
        runAll(callbacks);
        time.advance(Duration.ofMillis(25));
        assertThat(reads.gets).as("the timer only hands over").isEmpty();
        runAll(callbacks);
        answer(Reads.done(A), Reads.done(B));
        runAll(callbacks);
        assertThat(othersWhileItBlocks).containsExactly(true, false);
        assertThat(slow.get(0)).isDone();
    }

    private static void runAll(Queue<Runnable> tasks) {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    @Test
    void operationsThatComeDueDuringAListTakeTheTimerAndTheQueueNoTimeToSpeakOf() {
        Queue<Runnable> callbacks = new ArrayDeque<>();
        var threaded = new OperationWatcher(reads, time, random, callbacks::add, Reads.OPTIONS);
        threaded.watch(Reads.name("l", "x1"), Reads.OPTIONS);
        threaded.watch(Reads.name("l", "x2"), Reads.OPTIONS);
        runAll(callbacks);
        time.advance(Duration.ofMillis(100));
        runAll(callbacks);
        assertThat(reads.lists).hasSize(1);
        for (int i = 0; i < 40_000; i++) {
            threaded.watch(Reads.name("l", "o" + i), Reads.OPTIONS.withInitialDelay(Duration.ofSeconds(1)));
        }
        runAll(callbacks);
        assertTimeout(Duration.ofMillis(50), () -> time.advance(Duration.ofMillis(1100)));
        assertTimeout(Duration.ofSeconds(2), () -> runAll(callbacks));
        reads.lists.get(0).response().complete(Reads.page());
        assertTimeout(Duration.ofSeconds(2), () -> runAll(callbacks));
        assertThat(threaded.stats().watched()).isEqualTo(40_002);
    }
}
