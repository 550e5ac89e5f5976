// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.service.OperationName;
import dev.longrun.time.HandTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The application may end the future of a watch in any way. */
class WatchFutureTest {
    private static final OperationName NAME = Reads.name("l", "o");

    private final HandTime time = new HandTime();
    private final Reads reads = new Reads(time);
    private final OperationWatcher watcher =
            new OperationWatcher(reads, time, new Random(1), Runnable::run, Reads.OPTIONS);

    private static WatchOutcome unread() {
        return WatchOutcome.timedOut(NAME, PollHistory.none());
    }

    static Stream<Named<Consumer<CompletableFuture<WatchOutcome>>>> ends() {
        return Stream.of(
                Named.of("cancel", future -> future.cancel(true)),
                Named.of("complete", future -> future.complete(unread())),
                Named.of("completeExceptionally", future -> future.completeExceptionally(new TimeoutException())),
                Named.of("completeAsync", future -> future.completeAsync(WatchFutureTest::unread, Runnable::run)));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void whatEndsItStopsTheReadInFlight(Consumer<CompletableFuture<WatchOutcome>> end) {
        CompletableFuture<WatchOutcome> watch = watcher.watch(NAME);
        time.advance(Duration.ofMillis(25));
        assertThat(reads.gets).hasSize(1);
        end.accept(watch);
        assertThat(reads.gets.get(0).response()).isCancelled();
        assertThat(watcher.stats().watched()).isZero();
    }

    @ParameterizedTest
    @MethodSource("ends")
    void anEndOfOneFutureLeavesTheOthers(Consumer<CompletableFuture<WatchOutcome>> end) {
        List<CompletableFuture<WatchOutcome>> watches = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            watches.add(watcher.watch(NAME));
        }
        time.advance(Duration.ofMillis(25));
        end.accept(watches.get(0));
        end.accept(watches.get(2));
        end.accept(watches.get(4));
        assertThat(watches.get(1)).isNotDone();
        assertThat(watches.get(3)).isNotDone();
        reads.gets.get(0).response().complete(Reads.done(NAME));
        assertThat(watches.get(1).join().kind()).isEqualTo(WatchOutcome.Kind.DONE);
        assertThat(watches.get(3).join().kind()).isEqualTo(WatchOutcome.Kind.DONE);
    }

    @Test
    void afterTheOutcomeNothingChangesIt() {
        CompletableFuture<WatchOutcome> watch = watcher.watch(NAME);
        time.advance(Duration.ofMillis(25));
        reads.gets.get(0).response().complete(Reads.done(NAME));
        assertThat(watch.cancel(true)).isFalse();
        assertThat(watch.complete(unread())).isFalse();
        assertThat(watch.completeExceptionally(new TimeoutException())).isFalse();
        assertThat(watch.join().kind()).isEqualTo(WatchOutcome.Kind.DONE);
    }

    @Test
    void aStageOfItIsNoWatch() {
        CompletableFuture<WatchOutcome> watch = watcher.watch(NAME);
        time.advance(Duration.ofMillis(25));
        watch.thenApply(outcome -> outcome).cancel(true);
        watch.copy().cancel(true);
        assertThat(reads.gets.get(0).response()).isNotDone();
        assertThat(watch).isNotDone();
    }
}
