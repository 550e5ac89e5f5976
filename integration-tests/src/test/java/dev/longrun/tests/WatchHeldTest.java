// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.call.CallOptions;
import dev.longrun.call.RetryPolicy;
import dev.longrun.error.ConfigurationException;
import dev.longrun.error.NoResponseException;
import dev.longrun.service.OperationName;
import dev.longrun.tests.HeldOperations.Get;
import dev.longrun.watch.WatchOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Watches whose reads begin and end when the test says so. */
class WatchHeldTest extends WatchHeldFixture {
    @Test
    void readsAreSentAsTheClientsCallsAreButTheScheduleIsTheRetry() {
        service.usual = CallOptions.defaults().withAttemptTimeout(Duration.ofSeconds(90));
        watch(alone("a"), Duration.ofMinutes(5));
        time.advance(NOW);
        assertThat(onlyGet().options())
                .isEqualTo(service.usual.withTimeout(Duration.ofMinutes(5)).withRetry(RetryPolicy.none()));
    }

    @Nested
    class AReadThatCannotBegin {

        @Test
        void failsAlone() throws InterruptedException {
            service.cannotBeAsked.put(alone("a"), new IllegalStateException("mine"));
            service.cannotBeAsked.put(alone("b"), new ConfigurationException("no such name"));
            var thrown = watch(alone("a"), FIVE_SECONDS);
            var refused = watch(alone("b"), FIVE_SECONDS);
            watch(alone("c"), FIVE_SECONDS);
            time.advance(Duration.ofMillis(100));
            assertThat(onlyGet().name()).isEqualTo(alone("c"));
            assertThat(refused)
                    .succeedsWithin(AMPLE)
                    .extracting(WatchOutcome::kind)
                    .isEqualTo(WatchOutcome.Kind.UNREADABLE);
            time.awaitPending(1);
            assertThat(thrown).isNotDone();
            service.cannotBeAsked.clear();
            time.advance(Duration.ofSeconds(1));
            service.gets.get(1).done();
            assertThat(thrown.join().history().lastError())
                    .containsInstanceOf(NoResponseException.class)
                    .get()
                    .extracting(Throwable::getMessage)
                    .isEqualTo("the read ended unexpectedly: java.lang.IllegalStateException: mine");
        }

        @Test
        void keepsNoPlaceFromOthers() {
            List<CompletableFuture<WatchOutcome>> refused = new ArrayList<>();
            for (int i = 0; i < 2 * AT_ONCE; i++) {
                service.cannotBeAsked.put(alone("p" + i), new ConfigurationException("no such name"));
                refused.add(watch(alone("p" + i), FIVE_SECONDS));
            }
            time.advance(Duration.ofMillis(100));
            assertThat(refused).allSatisfy(watch -> assertThat(watch).succeedsWithin(AMPLE));
            watch(alone("good"), FIVE_SECONDS);
            time.advance(Duration.ofMillis(100));
            assertThat(onlyGet().name()).isEqualTo(alone("good"));
            assertThat(watcher.stats().inFlight()).isEqualTo(1);
        }
    }

    @Nested
    class WhenAsManyAreReadAsMayBe {

        @BeforeEach
        void read() {
            for (int i = 0; i < AT_ONCE; i++) {
                watch(alone("slow" + i), Duration.ofMinutes(10));
            }
            time.advance(NOW);
            assertThat(service.gets).hasSize(AT_ONCE);
        }

        private CompletableFuture<WatchOutcome> watchWaiting(OperationName name, Duration timeout) {
            var watch = watch(name, timeout);
            time.advance(SOON_AFTER);
            assertThat(service.gets).hasSize(AT_ONCE);
            return watch;
        }

        @Test
        void oneMoreEndsWhenItsTimeDoes() {
            var good = watchWaiting(alone("good"), FIVE_SECONDS);
            time.advance(FIVE_SECONDS);
            assertThat(good)
                    .succeedsWithin(AMPLE)
                    .extracting(WatchOutcome::kind)
                    .isEqualTo(WatchOutcome.Kind.TIMED_OUT);
        }

        @Test
        void soDoesAWatchThatJoinsAfterTheFirstHasEnded() {
            var first = watchWaiting(alone("good"), FIVE_SECONDS);
            time.advance(FIVE_SECONDS);
            assertThat(first).succeedsWithin(AMPLE);
            var second = watchWaiting(alone("good"), FIVE_SECONDS);
            time.advance(FIVE_SECONDS);
            assertThat(second)
                    .succeedsWithin(AMPLE)
                    .extracting(WatchOutcome::kind)
                    .isEqualTo(WatchOutcome.Kind.TIMED_OUT);
        }

        @Test
        void soDoesAWatchThatJoinsAfterAHastierOneWasCancelled() {
            var patient = watchWaiting(alone("good"), A_MINUTE);
            var cancelled = watchWaiting(alone("good"), Duration.ofSeconds(3));
            cancelled.cancel(false);
            var hasty = watchWaiting(alone("good"), FIVE_SECONDS);
            time.advance(FIVE_SECONDS);
            assertThat(hasty)
                    .succeedsWithin(AMPLE)
                    .extracting(WatchOutcome::kind)
                    .isEqualTo(WatchOutcome.Kind.TIMED_OUT);
            assertThat(patient).isNotDone();
        }

        @Test
        void soDoWatchesThatWaitForAList() {
            var one = watch(Harness.name("a"), FIVE_SECONDS);
            var other = watchWaiting(Harness.name("b"), FIVE_SECONDS);
            assertThat(service.lists).isEmpty();
            time.advance(FIVE_SECONDS);
            assertThat(one).succeedsWithin(AMPLE).extracting(WatchOutcome::kind).isEqualTo(WatchOutcome.Kind.TIMED_OUT);
            assertThat(other)
                    .succeedsWithin(AMPLE)
                    .extracting(WatchOutcome::kind)
                    .isEqualTo(WatchOutcome.Kind.TIMED_OUT);
        }

        @Test
        void aReadIsSentForTheWatchesThatAreLeftThen() {
            var hasty = watchWaiting(alone("good"), FIVE_SECONDS);
            var patient = watchWaiting(alone("good"), A_MINUTE);
            time.advance(Duration.ofSeconds(10));
            assertThat(hasty).succeedsWithin(AMPLE);
            service.gets.get(0).done();
            Get get = service.gets.get(AT_ONCE);
            assertThat(get.options().timeout())
                    .isEqualTo(A_MINUTE.minusSeconds(10).minus(SOON_AFTER));
            get.done();
            assertThat(patient).isCompletedWithValueMatching(outcome -> outcome.kind() == WatchOutcome.Kind.DONE);
        }
    }

    @Nested
    class WhileAListIsInFlight {

        @Test
        void aWatchWithLittleTimeIsReadByAGetOfItsOwn() {
            watch(Harness.name("a"), Duration.ofMinutes(1));
            watch(Harness.name("b"), Duration.ofMinutes(1));
            time.advance(NOW);
            watch(Harness.name("c"), Duration.ofMinutes(1));
            time.advance(Duration.ofMillis(100));
            assertThat(service.gets).isEmpty();
            var hasty = watch(Harness.name("c"), FIVE_SECONDS);
            time.advance(Duration.ofMillis(100));
            onlyGet().done();
            assertThat(hasty).isCompletedWithValueMatching(outcome -> outcome.kind() == WatchOutcome.Kind.DONE);
            assertThat(service.lists).hasSize(1);
        }

        @Test
        void aWatchThatWaitsForItIsReadByAGetWhileThereIsTime() {
            watch(Harness.name("a"), A_MINUTE);
            watch(Harness.name("b"), A_MINUTE);
            time.advance(NOW);
            var held = watch(Harness.name("c"), Duration.ofSeconds(8));
            time.advance(Duration.ofMillis(900));
            assertThat(service.gets).isEmpty();
            time.advance(Duration.ofMillis(200));
            assertThat(onlyGet().name()).isEqualTo(Harness.name("c"));
            onlyGet().done();
            assertThat(held).isCompletedWithValueMatching(outcome -> outcome.kind() == WatchOutcome.Kind.DONE);
            assertThat(service.lists).hasSize(1);
        }
    }

    @Nested
    class AReadAtTheDeadline {

        @Test
        void isAskedForOnceAndForAsLongAsIsLeft() {
            watch(alone("a"), FIVE_SECONDS);
            time.advance(NOW);
            assertThat(onlyGet().options().timeout()).isEqualTo(FIVE_SECONDS);
            assertThat(onlyGet().options().retry()).isEqualTo(RetryPolicy.none());
        }
    }
}
