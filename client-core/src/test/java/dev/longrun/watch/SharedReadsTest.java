// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.error.ConfigurationException;
import dev.longrun.error.UnreachableException;
import dev.longrun.service.OperationName;
import dev.longrun.time.Backoff;
import dev.longrun.time.HandTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Watches share the requests that serve them, and leave none behind. */
class SharedReadsTest {
    private static final OperationName A = Reads.name("l", "a");
    private static final OperationName B = Reads.name("l", "b");
    private static final WatchOptions OFTEN = Reads.OPTIONS;
    private static final WatchOptions SELDOM = OFTEN.withPollBackoff(Backoff.constant(Duration.ofSeconds(5)));

    private final HandTime time = new HandTime();
    private final Reads reads = new Reads(time);
    private final OperationWatcher watcher = new OperationWatcher(reads, time, new Random(1), Runnable::run, OFTEN);

    private CompletableFuture<WatchOutcome> watch(OperationName name, WatchOptions options) {
        var watch = watcher.watch(name, options);
        time.advance(Duration.ofMillis(25));
        return watch;
    }

    private static WatchOutcome.Kind kind(CompletableFuture<WatchOutcome> watch) {
        return watch.join().kind();
    }

    @Nested
    class AServerWait {

        @Test
        void servesAllWatchesOfItsOperation() {
            List<CompletableFuture<WatchOutcome>> watches = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                watches.add(watch(A, SELDOM));
                time.advance(Duration.ofMillis(200));
            }
            assertThat(reads.waits).hasSize(1);
            assertThat(reads.gets).isEmpty();
            reads.waits.get(0).response().complete(Reads.done(A));
            assertThat(watches).allMatch(watch -> kind(watch) == WatchOutcome.Kind.DONE);
        }

        @Test
        void isReplacedByTheLastReadOfAWatchThatCannotWaitForItsEnd() {
            var patient = watch(A, SELDOM);
            var hasty = watch(A, SELDOM.withTimeout(Duration.ofSeconds(2)));
            time.advance(Duration.ofMillis(1850));
            assertThat(reads.gets).isEmpty();
            time.advance(Duration.ofMillis(75));
            assertThat(reads.waits.get(0).response()).isCancelled();
            assertThat(reads.gets).hasSize(1);
            reads.gets.get(0).response().complete(Reads.running(A));
            time.advance(Duration.ofMillis(100));
            assertThat(kind(hasty)).isEqualTo(WatchOutcome.Kind.TIMED_OUT);
            assertThat(hasty.join().operation()).isPresent();
            time.advance(Duration.ofSeconds(5));
            assertThat(reads.waits).hasSize(2);
            assertThat(patient).isNotDone();
        }

        @Test
        void isNotMadeForAWatchWithAnEndOfItsOwn() {
            var one = watch(A, SELDOM.withUntil(any -> true));
            assertThat(reads.waits).isEmpty();
            reads.gets.get(0).response().complete(Reads.running(A));
            assertThat(kind(one)).isEqualTo(WatchOutcome.Kind.DONE);
            assertThat(one.join().orElseThrow().done()).isFalse();
        }

        @Test
        void thatFailsIsReplacedByGets() {
            watch(A, SELDOM);
            reads.waits.get(0).response().completeExceptionally(new UnreachableException("no"));
            time.advance(Duration.ofMillis(50));
            assertThat(reads.gets).hasSize(1);
            assertThat(reads.waits).hasSize(1);
        }

        @Test
        void isMadeForFourOperationsAtATime() {
            for (int i = 0; i < 6; i++) {
                watch(Reads.name("l" + i, "o"), SELDOM);
            }
            assertThat(reads.waits).hasSize(4);
            assertThat(reads.gets).hasSize(2);
        }
    }

    @Nested
    class ARequestThatNoWatchNeeds {

        @Test
        void isCancelledWithItsLastWatch() {
            var one = watch(A, OFTEN);
            var other = watch(A, OFTEN);
            one.cancel(false);
            assertThat(reads.gets.get(0).response()).isNotDone();
            other.cancel(false);
            assertThat(reads.gets.get(0).response()).isCancelled();
            assertThat(watcher.stats().watched()).isZero();
            assertThat(watcher.stats().inFlight()).isZero();
            assertThat(time.pending()).isZero();
        }

        @Test
        void isCancelledWhenTheFutureTimesOut() {
            var one = watch(A, OFTEN);
            one.completeExceptionally(new TimeoutException()); // what orTimeout does when its time is over
            assertThat(reads.gets.get(0).response()).isCancelled();
            assertThat(watcher.stats().watched()).isZero();
        }

        @Test
        void isCancelledWhenTheClientIsClosedDuringAGetAListOrAWait() {
            var get = watch(A, OFTEN);
            var wait = watch(Reads.name("w", "o"), SELDOM);
            watcher.watch(Reads.name("list", "a"), OFTEN);
            var list = watch(Reads.name("list", "b"), OFTEN);
            watcher.close();
            assertThat(reads.gets.get(0).response()).isCancelled();
            assertThat(reads.waits.get(0).response()).isCancelled();
            assertThat(reads.lists.get(0).response()).isCancelled();
            for (var watch : List.of(get, wait, list)) {
                assertThat(kind(watch)).isEqualTo(WatchOutcome.Kind.UNREADABLE);
                assertThat(watch.join().cause().orElseThrow()).isInstanceOf(ConfigurationException.class);
            }
            assertThat(kind(watch(B, OFTEN))).isEqualTo(WatchOutcome.Kind.UNREADABLE);
            assertThat(time.pending()).isZero();
            assertThat(watcher.stats().inFlight()).isZero();
        }

        @Test
        void doesNotBeginIfItWasQueued() {
            for (int i = 0; i < 32; i++) {
                watch(Reads.name("l" + i, "o"), OFTEN);
            }
            var queued = watch(A, OFTEN);
            queued.cancel(false);
            reads.gets.get(0).response().complete(Reads.done(Reads.name("l0", "o")));
            assertThat(reads.gets).hasSize(32);
        }
    }

    @Test
    void aWatchThatJoinsAReadIsNotToldWhatTheReadMayHaveSeenBefore() {
        var first = watch(A, OFTEN);
        var second = watch(A, OFTEN.withUntil(any -> true));
        reads.gets.get(0).response().complete(Reads.running(A));
        assertThat(second).isNotDone();
        time.advance(Duration.ofMillis(25));
        reads.gets.get(1).response().complete(Reads.running(A));
        assertThat(kind(second)).isEqualTo(WatchOutcome.Kind.DONE);
        assertThat(first).isNotDone();
    }

    @Test
    void aWatchThatJoinsAReadIsToldThatTheOperationIsDone() {
        watch(A, OFTEN);
        var second = watch(A, OFTEN);
        reads.gets.get(0).response().complete(Reads.done(A));
        assertThat(kind(second)).isEqualTo(WatchOutcome.Kind.DONE);
    }

    /** The tick failed on an operation without watches, and nothing was read any more. */
    @Test
    void aWatchIsReadThoughTheOthersOfItsParentWereCancelledOrTimedOutDuringARead() {
        var patient = watch(A, OFTEN);
        var hasty = watch(A, OFTEN.withTimeout(Duration.ofSeconds(1)));
        var other = watch(B, OFTEN.withTimeout(Duration.ofSeconds(30)).withInitialDelay(Duration.ofSeconds(3)));
        patient.cancel(false);
        time.advance(Duration.ofSeconds(2));
        reads.gets.get(0).response().completeExceptionally(new UnreachableException("the call's time is over"));
        time.advance(Duration.ofSeconds(2));
        assertThat(kind(hasty)).isEqualTo(WatchOutcome.Kind.TIMED_OUT);
        assertThat(reads.waits.size() + reads.gets.size()).isGreaterThan(1);
        time.advance(Duration.ofMinutes(1));
        reads.gets.forEach(get -> get.response().completeExceptionally(new UnreachableException("time over")));
        reads.waits.forEach(wait -> wait.response().completeExceptionally(new UnreachableException("time over")));
        assertThat(kind(other)).isEqualTo(WatchOutcome.Kind.TIMED_OUT);
    }
}
