// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.error.Code;
import dev.longrun.error.UnreachableException;
import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationPage;
import dev.longrun.service.OperationName;
import dev.longrun.time.HandTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListPollTest {
    private static final OperationName A = Reads.name("l", "a");
    private static final OperationName B = Reads.name("l", "b");
    private static final OperationName C = Reads.name("l", "c");

    private final HandTime time = new HandTime();
    private final Reads reads = new Reads(time);
    private final OperationWatcher watcher =
            new OperationWatcher(reads, time, new Random(1), Runnable::run, Reads.OPTIONS);
    private final CompletableFuture<WatchOutcome> a = watcher.watch(A, Duration.ofMinutes(1));
    private final CompletableFuture<WatchOutcome> b = watcher.watch(B, Duration.ofMinutes(1));

    @BeforeEach
    void listBoth() {
        time.advance(Duration.ZERO);
        assertThat(reads.lists).hasSize(1);
        assertThat(reads.gets).isEmpty();
    }

    private CompletableFuture<OperationPage> list(int number) {
        return reads.lists.get(number).response();
    }

    private static boolean isDone(CompletableFuture<WatchOutcome> watch) {
        return watch.isDone() && watch.join().kind() == WatchOutcome.Kind.DONE;
    }

    @Test
    void showsTheOperationsThatAreDue() {
        list(0).complete(Reads.page(Reads.done(A), Reads.done(B)));
        assertThat(isDone(a) && isDone(b)).isTrue();
        assertThat(watcher.stats().saved()).isEqualTo(1);
    }

    @Test
    void readsWhatItDoesNotShowByAGet() {
        list(0).complete(Reads.page(Reads.done(A)));
        assertThat(isDone(a)).isTrue();
        assertThat(reads.gets).extracting(Reads.Request::what).containsExactly(B.toString());
        reads.gets.get(0).response().complete(Reads.done(B));
        assertThat(isDone(b)).isTrue();
    }

    @Test
    void anOperationThatHasVanishedIsUnreadable() {
        list(0).complete(Reads.page(Reads.running(A)));
        reads.gets
                .get(0)
                .response()
                .completeExceptionally(PollErrorClassifierTest.rejected(Code.NOT_FOUND, Optional.empty()));
        assertThat(b.join().kind()).isEqualTo(WatchOutcome.Kind.UNREADABLE);
        assertThat(a).isNotDone();
    }

    @Test
    void thatIsRejectedIsReplacedByGetsForTenMinutes() {
        list(0).completeExceptionally(PollErrorClassifierTest.rejected(Code.UNIMPLEMENTED, Optional.empty()));
        assertThat(reads.gets).hasSize(2);
        reads.gets.forEach(get -> get.response().complete(Reads.running(A)));
        time.advance(Duration.ofSeconds(1));
        assertThat(reads.lists).hasSize(1);
    }

    @Test
    void thatFailsTransientlyIsARepeatedRead() {
        list(0).completeExceptionally(new UnreachableException("no route"));
        assertThat(reads.gets).isEmpty();
        time.advance(Duration.ofSeconds(1));
        list(1).complete(Reads.page(Reads.done(A), Reads.done(B)));
        assertThat(isDone(a) && isDone(b)).isTrue();
        assertThat(a.join().history().polls()).isEqualTo(2);
    }

    @Test
    void thatCannotReachALocationIsCompletedByGets() {
        list(0).complete(OperationPage.of(List.of(Reads.running(A))).withUnreachable(List.of("locations/l")));
        assertThat(reads.gets).extracting(Reads.Request::what).containsExactly(B.toString());
    }

    /** What a list shows of eight operations: the first page all but {@code left}, among {@code others}. */
    private void firstPageOfEight(int left, int others) {
        List<OperationName> eight =
                IntStream.range(0, 8).mapToObj(i -> Reads.name("m", "o" + i)).toList();
        eight.forEach(name -> watcher.watch(name, Duration.ofMinutes(1)));
        time.advance(Duration.ofMillis(25));
        List<Operation> page = new ArrayList<>();
        eight.stream().limit(8 - left).map(Reads::running).forEach(page::add);
        IntStream.range(0, others)
                .mapToObj(i -> Reads.running(Reads.name("m", "x" + i)))
                .forEach(page::add);
        list(1).complete(OperationPage.of(page).withNextPageToken("2"));
    }

    @Test
    void goesOnToTheNextPageWhileThatCostsLessThanGets() {
        firstPageOfEight(4, 0);
        assertThat(reads.lists.get(2).what()).isEqualTo("2");
        assertThat(reads.gets).isEmpty();
    }

    @Test
    void endsWhenItHasShownWhatItIsMadeFor() {
        firstPageOfEight(0, 0);
        assertThat(reads.lists).hasSize(2);
        assertThat(reads.gets).isEmpty();
    }

    @Test
    void isReplacedByGetsIfItsPagesHoldMostlyOthers() {
        firstPageOfEight(7, 249);
        assertThat(reads.lists).hasSize(2);
        assertThat(reads.gets).hasSize(7);
        reads.gets.forEach(get -> get.response().complete(Reads.running(A)));
        time.advance(Duration.ofSeconds(1));
        assertThat(reads.gets).hasSize(15); // the next list would hold 2,000 operations
        assertThat(reads.lists).hasSize(2);
    }

    @Test
    void asksForASmallPageUntilTheSizeOfTheListIsKnown() {
        assertThat(reads.pageSizes).containsExactly(50);
        list(0).complete(Reads.page(Reads.running(A), Reads.running(B)));
        time.advance(Duration.ofMillis(500));
        assertThat(reads.pageSizes).containsExactly(50, 1000);
    }

    /** It may be stuck. */
    @Test
    void isWaitedForNoLongerThanASecondByAnOperationThatIsDue() {
        watcher.watch(C, Duration.ofMinutes(1));
        time.advance(Duration.ofMillis(950));
        assertThat(reads.gets).isEmpty();
        time.advance(Duration.ofMillis(50));
        assertThat(reads.gets).extracting(Reads.Request::what).containsExactly(C.toString());
    }

    @Test
    void makesOthersOfItsParentWaitWhileTheyHaveTime() {
        var patient = watcher.watch(C, Duration.ofMinutes(1));
        time.advance(Duration.ofMillis(50));
        var hasty = watcher.watch(Reads.name("l", "d"), Duration.ofSeconds(4));
        time.advance(Duration.ofMillis(50));
        assertThat(reads.gets).extracting(Reads.Request::what).containsExactly(hastyName());
        list(0).complete(Reads.page(Reads.done(C)));
        assertThat(isDone(patient)).isTrue();
        assertThat(hasty).isNotDone();
    }

    private static String hastyName() {
        return Reads.name("l", "d").toString();
    }

    /** The get may never be answered. */
    @Test
    void endsAWatchWhoseGetIsInFlightIfItShowsTheEnd() {
        var hasty = watcher.watch(C, Duration.ofSeconds(4));
        time.advance(Duration.ofMillis(50));
        assertThat(reads.gets).hasSize(1);
        list(0).complete(Reads.page(Reads.done(C)));
        assertThat(isDone(hasty)).isTrue();
        assertThat(reads.gets.get(0).response()).isCancelled();
    }

    @Test
    void leavesAGetInFlightToTellHowARunningOperationIs() {
        watcher.watch(C, Duration.ofSeconds(4));
        time.advance(Duration.ofMillis(50));
        list(0).complete(Reads.page(Reads.running(A), Reads.running(B), Reads.running(C)));
        assertThat(reads.gets.get(0).response()).isNotDone();
    }

    /** The list was sent before the watch began, and may have been read before too. */
    @Test
    void saysNothingNewToAWatchThatBeganAfterIt() {
        time.advance(Duration.ofMillis(10));
        var later = watcher.watch(C, Reads.OPTIONS.withUntil(any -> true));
        time.advance(Duration.ofMillis(50));
        list(0).complete(Reads.page(Reads.running(A), Reads.running(B), Reads.running(C)));
        assertThat(later).isNotDone();
        time.advance(Duration.ofMillis(50));
        assertThat(reads.lists.size() + reads.gets.size()).isEqualTo(2);
    }

    @Test
    void isCancelledWhenNoOperationOfItsParentIsWatchedAnyMore() {
        a.cancel(false);
        assertThat(list(0)).isNotDone();
        b.cancel(false);
        assertThat(list(0)).isCancelled();
        assertThat(time.pending()).isZero();
    }

    @Test
    void whosePageCannotBeHandledHasFailed() {
        list(0).complete(null);
        time.advance(Duration.ofSeconds(1));
        assertThat(reads.lists).hasSize(2);
    }
}
