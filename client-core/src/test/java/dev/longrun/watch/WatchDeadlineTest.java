// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.error.Code;
import dev.longrun.error.DeadlineExceededException;
import dev.longrun.error.NoResponseException;
import dev.longrun.error.UnreachableException;
import dev.longrun.service.OperationName;
import dev.longrun.time.HandTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;

/** A deadline is the deadline: the last read begins as late as it can be answered, and no watch ends early or late. */
class WatchDeadlineTest {
    private static final OperationName NAME = Reads.name("l", "o");

    private final HandTime time = new HandTime();
    private final Reads reads = new Reads(time);
    private final OperationWatcher watcher =
            new OperationWatcher(reads, time, new Random(1), Runnable::run, Reads.OPTIONS.withUntil(any -> false));

    /** Moves the clock in steps of a millisecond; a get takes 20 ms and shows what the operation is then. */
    private void run(CompletableFuture<WatchOutcome> watch, int millis, int endsAt) {
        for (int i = 0; i < millis && !watch.isDone(); i++) {
            time.advance(Duration.ofMillis(1));
            for (var get : reads.gets) {
                if (!get.response().isDone() && time.nanoTime() - get.at() >= 20_000_000) {
                    boolean done = time.nanoTime() >= endsAt * 1_000_000L;
                    get.response().complete(done ? Reads.done(NAME) : Reads.running(NAME));
                }
            }
        }
    }

    private long millis() {
        return time.nanoTime() / 1_000_000;
    }

    private long lastGet() {
        return reads.gets.get(reads.gets.size() - 1).at() / 1_000_000;
    }

    @Test
    void anOperationThatEndsJustBeforeTheDeadlineIsDone() {
        var watch = watcher.watch(NAME, Duration.ofSeconds(10));
        run(watch, 20_000, 9300);
        assertThat(watch.join().kind()).isEqualTo(WatchOutcome.Kind.DONE);
        assertThat(lastGet()).isBetween(9900L, 9980L);
    }

    @Test
    void aWatchOfARunningOperationEndsExactlyAtItsDeadline() {
        var watch = watcher.watch(NAME, Duration.ofMillis(8003));
        run(watch, 20_000, 2_000_000);
        assertThat(millis()).isEqualTo(8003);
        assertThat(watch.join().kind()).isEqualTo(WatchOutcome.Kind.TIMED_OUT);
        assertThat(watch.join().history().lastIsFresh()).isTrue();
        assertThat(reads.gets).filteredOn(get -> get.at() > 7_900_000_000L).hasSize(1);
    }

    @Test
    void aReadThatNeverEndsIsGivenUpASecondAfterTheDeadline() {
        var watch = watcher.watch(NAME, Duration.ofSeconds(10));
        time.advance(Duration.ofSeconds(10));
        assertThat(reads.gets).hasSize(1);
        assertThat(watch.isDone()).isFalse();
        time.advance(Duration.ofSeconds(1));
        assertThat(watch.join().kind()).isEqualTo(WatchOutcome.Kind.TIMED_OUT);
        assertThat(watch.join().history().lastError().orElseThrow())
                .hasMessageStartingWith("a call did not end within its timeout of PT");
    }

    @Test
    void aLastReadThatFailsIsRepeatedWhileTimeIsLeft() {
        var watch = watcher.watch(NAME, Duration.ofSeconds(10));
        run(watch, 9900, Integer.MAX_VALUE);
        int before = reads.gets.size();
        while (reads.gets.size() == before) {
            time.advance(Duration.ofMillis(1));
        }
        reads.gets.get(before).response().completeExceptionally(new UnreachableException("no route"));
        while (reads.gets.size() == before + 1 && millis() < 10_000) {
            time.advance(Duration.ofMillis(1));
        }
        assertThat(reads.gets).hasSize(before + 2);
        assertThat(watch).isNotDone();
        reads.gets.get(before + 1).response().complete(Reads.done(NAME));
        assertThat(watch.join().kind()).isEqualTo(WatchOutcome.Kind.DONE);
    }

    /** Answers each get as long as the predicate of its time in milliseconds is true. */
    private WatchOutcome tenSeconds(LongPredicate answers) {
        var watch = watcher.watch(NAME, Duration.ofSeconds(10));
        for (int i = 0; i < 10_000; i++) {
            time.advance(Duration.ofMillis(1));
            for (var get : reads.gets) {
                if (answers.test(get.at() / 1_000_000)) {
                    get.response().complete(Reads.running(NAME));
                } else {
                    get.response().completeExceptionally(new NoResponseException("lost"));
                }
            }
        }
        return watch.join();
    }

    @Test
    void aSnapshotFromTheLastTenthTellsHowTheOperationWas() {
        WatchOutcome outcome = tenSeconds(at -> at < 9500);
        assertThat(lastGet()).isGreaterThan(9900);
        assertThat(outcome.history().lastError()).isPresent();
        assertThat(outcome.history().lastReadAt().orElseThrow())
                .isBetween(Duration.ofMillis(9000), Duration.ofMillis(9100));
        assertThat(outcome.history().lastIsFresh()).isTrue();
    }

    @Test
    void anOlderSnapshotDoesNot() {
        WatchOutcome outcome = tenSeconds(at -> at < 9000);
        assertThat(outcome.history().last()).isPresent();
        assertThat(outcome.history().lastIsFresh()).isFalse();
    }

    @Test
    void readsThatFailInTheLastTenthAreRepeatedMoreAndMoreOften() {
        tenSeconds(at -> at < 9000);
        List<Long> times = reads.gets.stream()
                .map(get -> get.at() / 1_000_000)
                .filter(at -> at >= 9000)
                .toList();
        assertThat(times).hasSizeBetween(8, 16);
        assertThat(times.get(3)).isLessThan(9800);
    }

    @Test
    void noTransientErrorEndsAWatchBeforeItsDeadline() {
        var watch = watcher.watch(NAME, Duration.ofSeconds(10));
        for (int i = 0; i < 9999; i++) {
            time.advance(Duration.ofMillis(1));
            reads.gets.forEach(get -> get.response()
                    .completeExceptionally(PollErrorClassifierTest.rejected(
                            Code.RESOURCE_EXHAUSTED, Optional.of(Duration.ofSeconds(3)))));
        }
        assertThat(watch).isNotDone();
        assertThat(lastGet()).isGreaterThan(9800);
        time.advance(Duration.ofMillis(1));
        assertThat(watch.join().kind()).isEqualTo(WatchOutcome.Kind.TIMED_OUT);
        assertThat(watch.join().history().lastIsFresh()).isFalse();
    }

    @Test
    void aReadThatTheDeadlineCutsOffLeavesTheSnapshotAsFreshAsItWas() {
        var watch = watcher.watch(NAME, Duration.ofSeconds(10));
        time.advance(Duration.ZERO);
        reads.gets.get(0).response().complete(Reads.running(NAME));
        time.advance(Duration.ofSeconds(1));
        var second = reads.gets.get(1);
        assertThat(second.timeout()).isEqualTo(Duration.ofSeconds(10).minusNanos(second.at()));
        time.advance(Duration.ofSeconds(9));
        second.response().completeExceptionally(new DeadlineExceededException("no response in time"));
        assertThat(watch.join().kind()).isEqualTo(WatchOutcome.Kind.TIMED_OUT);
        assertThat(watch.join().history().lastIsFresh()).isTrue();
        assertThat(watch.join().history().polls()).isEqualTo(2);
        assertThat(watch.join().history().lastError()).isPresent();
    }

    @Test
    void nothingIsArmedAfterTheLastWatch() {
        var watch = watcher.watch(NAME, Duration.ofSeconds(1));
        run(watch, 2000, 500);
        assertThat(watch).isDone();
        assertThat(time.pending()).isZero();
        assertThat(watcher.stats().watched()).isZero();
        assertThat(watcher.stats().inFlight()).isZero();
    }
}
