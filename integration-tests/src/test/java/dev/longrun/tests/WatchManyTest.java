// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import dev.longrun.service.ServiceTable;
import dev.longrun.testkit.VirtualTime;
import dev.longrun.time.Backoff;
import dev.longrun.watch.OperationWatcher;
import dev.longrun.watch.WatchOptions;
import dev.longrun.watch.WatchOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What many watched operations of one parent cost, counted to the last request. */
class WatchManyTest {
    private static final ServiceDefinition FILE =
            ServiceTable.parse("file", """
                    service  file.googleapis.com
                    versions v1
                    names
                      projects/*/locations/*/operations/*  get list cancel delete
                    """).definition("file.googleapis.com", "v1");

    private final VirtualTime time = VirtualTime.manual();
    private final InstantOperations service = new InstantOperations(time);
    private final OperationWatcher watcher =
            new OperationWatcher(service, time, new Random(1), Runnable::run, WatchOptions.defaults());
    private final List<CompletableFuture<WatchOutcome>> watched = new ArrayList<>();
    private final List<Duration> delays = new ArrayList<>();

    @ParameterizedTest(name = "{0} operations: at most 1/{1} of the requests")
    @CsvSource({"1000, 50", "10000, 100"})
    void listsTakeAFractionOfTheRequestsAndDetectNoLater(int count, int fraction) {
        Cost withLists = watchAll(count);
        WatchManyTest gets = new WatchManyTest();
        gets.service.refusesLists = true;
        Cost withGets = gets.watchAll(count);

        assertThat(withLists.requests()).isLessThanOrEqualTo(withGets.requests() / fraction);
        assertThat(withLists.median()).isLessThanOrEqualTo(withGets.median());
    }

    private record Cost(int requests, Duration median) {}

    private Cost watchAll(int count) {
        for (int i = 0; i < count; i++) {
            watch("o" + i, Duration.ofMillis(60_000L * (i + 1) / count));
        }
        runUntilAllAreDone();
        delays.sort(null);
        return new Cost(service.requests(), delays.get(count / 2));
    }

    @Test
    void aParentWhoseListIsRefusedIsReadByGetsAndNotAskedAgainForAWhile() {
        service.refusesLists = true;
        for (int i = 0; i < 100; i++) {
            watch("o" + i, Duration.ofSeconds(30));
        }
        runUntilAllAreDone();
        assertThat(service.lists).isEqualTo(1);
        assertThat(watched)
                .allSatisfy(outcome -> assertThat(outcome.join())
                        .extracting(WatchOutcome::kind)
                        .isEqualTo(WatchOutcome.Kind.DONE));
    }

    @Test
    void whatAListDoesNotShowIsConfirmedByAGet() {
        for (int i = 0; i < 100; i++) {
            OperationName name = watch("o" + i, Duration.ofSeconds(3));
            if (i < 2) {
                service.hiddenFromLists.add(name);
            }
        }
        runUntilAllAreDone();
        assertThat(service.lists).isPositive();
        assertThat(service.gets).isPositive();
    }

    @Test
    void aListThatKeepsHidingOperationsIsNoLongerTrusted() {
        for (int i = 0; i < 100; i++) {
            service.hiddenFromLists.add(watch("o" + i, Duration.ofSeconds(30)));
        }
        runUntilAllAreDone();
        assertThat(service.lists).isEqualTo(1);
    }

    @Test
    void aListThatIsFullOfOthersIsGivenUpForGets() {
        for (int i = 0; i < 5000; i++) {
            service.add(name("other" + i), Duration.ofHours(1));
        }
        service.pageSize = 10;
        for (int i = 0; i < 20; i++) {
            watch("o" + i, Duration.ofSeconds(20));
        }
        runUntilAllAreDone();
        assertThat(service.lists).isLessThan(service.gets);
    }

    @Test
    void watchersOfOneOperationShareItsReads() {
        OperationName name = watch("o", Duration.ofSeconds(20));
        for (int i = 0; i < 9; i++) {
            watched.add(watcher.watch(name, WatchOptions.defaults()));
        }
        runUntilAllAreDone();
        int shared = service.requests();

        WatchManyTest alone = new WatchManyTest();
        alone.watch("o", Duration.ofSeconds(20));
        alone.runUntilAllAreDone();
        assertThat(shared).isEqualTo(alone.service.requests());
    }

    @Test
    void oneOperationIsReadMoreAndMoreRarely() {
        watch("o", Duration.ofSeconds(60));
        runUntilAllAreDone();
        assertThat(service.gets).isBetween(50, 60);
    }

    @Test
    void aCancelledWatchIsForgotten() {
        OperationName name = watch("o", Duration.ofHours(1));
        watched.get(0).cancel(false);
        service.advance(Duration.ofMinutes(1));
        assertThat(watcher.stats().watched()).isZero();
        int before = service.requests();
        service.advance(Duration.ofMinutes(5));
        assertThat(service.requests()).as(name + " is read no more").isEqualTo(before);
    }

    /** A list shows an operation whose only watch was cancelled. */
    @Test
    void aCancelledWatchThatAListShowsHoldsUpNoOther() {
        CompletableFuture<WatchOutcome> cancelled = watchFrom("a", 60, 1);
        CompletableFuture<WatchOutcome> often = watchFrom("b", 1, 1);
        CompletableFuture<WatchOutcome> seldom = watchFrom("c", 1, 3);
        cancelled.cancel(false);
        service.advance(Duration.ofSeconds(10));
        assertThat(service.lists).isPositive();
        assertThat(often).isDone();
        assertThat(seldom).isDone();
    }

    private CompletableFuture<WatchOutcome> watchFrom(String id, int firstReadSeconds, int pauseSeconds) {
        service.add(name(id), Duration.ofSeconds(5));
        Duration pause = Duration.ofSeconds(pauseSeconds);
        return watcher.watch(
                name(id),
                WatchOptions.defaults()
                        .withInitialDelay(Duration.ofSeconds(firstReadSeconds))
                        .withPollBackoff(Backoff.constant(pause)));
    }

    @Test
    void theCountersSayWhatWasSaved() {
        watchAll(1000);
        var stats = watcher.stats();
        assertThat(stats.gets()).isEqualTo(service.gets);
        assertThat(stats.lists()).isEqualTo(service.lists);
        assertThat(stats.saved()).isGreaterThan(3000);
        assertThat(stats.watched()).isZero();
        assertThat(stats.inFlight()).isZero();
    }

    private OperationName watch(String id, Duration runsFor) {
        OperationName name = name(id);
        service.add(name, runsFor);
        long end = time.nanoTime() + runsFor.toNanos();
        CompletableFuture<WatchOutcome> outcome = watcher.watch(name, WatchOptions.defaults());
        outcome.thenRun(() -> delays.add(Duration.ofNanos(time.nanoTime() - end)));
        watched.add(outcome);
        return name;
    }

    private void runUntilAllAreDone() {
        Duration passed = Duration.ZERO;
        while (!watched.stream().allMatch(CompletableFuture::isDone)) {
            service.advance(Duration.ofMillis(25));
            passed = passed.plusMillis(25);
            assertThat(passed).isLessThan(Duration.ofMinutes(5));
        }
    }

    private static OperationName name(String id) {
        return OperationName.of(FILE, "projects/p/locations/us-central1/operations/" + id);
    }
}
