// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.time.HandTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ServiceRateLimiterTest {
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final HandTime time = new HandTime();
    private final ServiceRateLimiter lane = new ServiceRateLimiter(time, Runnable::run, RateLimit.adaptive());
    private final List<String> order = new ArrayList<>();

    private CompletableFuture<Boolean> enter(RequestPriority kind, String name) {
        return enter(kind, name, PATIENCE);
    }

    private CompletableFuture<Boolean> enter(RequestPriority kind, String name, Duration patience) {
        CompletableFuture<Boolean> turn = lane.acquire(kind, patience);
        turn.thenAccept(granted -> order.add(granted ? name : name + " gave up"));
        return turn;
    }

    /** Refusals with a hint; calls of that kind then go two seconds apart. */
    private void pause(RequestPriority kind, Duration hint) {
        for (int i = 0; i < 4; i++) {
            lane.rate(kind).throttled(time.nanoTime(), time.nanoTime(), Optional.of(hint));
        }
    }

    @Nested
    class Unthrottled {

        @Test
        void everyCallHasItsTurnAtOnce() {
            for (int i = 0; i < 1000; i++) {
                assertThat(lane.acquire(RequestPriority.LIST, PATIENCE)).isCompletedWithValue(true);
            }
            assertThat(time.pending()).isZero();
        }
    }

    @Nested
    class Throttled {

        @Test
        void callsOfAKindGoInTheOrderOfTheirComing() {
            pause(RequestPriority.READ, Duration.ofSeconds(3));
            enter(RequestPriority.READ, "first");
            enter(RequestPriority.READ, "second");
            time.advance(Duration.ofMillis(2999));
            assertThat(order).isEmpty();
            time.advance(Duration.ofMillis(1));
            assertThat(order).containsExactly("first");
            time.advance(Duration.ofSeconds(2));
            assertThat(order).containsExactly("first", "second");
        }

        @Test
        void cancelsGoBeforeGetsAndGetsBeforeLists() {
            for (RequestPriority kind : RequestPriority.values()) {
                pause(kind, Duration.ofSeconds(3));
            }
            enter(RequestPriority.LIST, "list");
            enter(RequestPriority.READ, "get");
            enter(RequestPriority.CHANGE, "cancel");
            time.advance(Duration.ofSeconds(10));
            assertThat(order).containsExactly("cancel", "get", "list");
        }

        @Test
        void aLessUrgentCallDoesNotGoBeforeAMoreUrgentOneThatWaits() {
            pause(RequestPriority.CHANGE, Duration.ofSeconds(3));
            pause(RequestPriority.READ, Duration.ofSeconds(1));
            enter(RequestPriority.CHANGE, "cancel");
            time.advance(Duration.ofSeconds(2));
            enter(RequestPriority.READ, "get");
            assertThat(order).isEmpty();
            time.advance(Duration.ofSeconds(1));
            assertThat(order).containsExactly("cancel", "get");
        }

        @Test
        void whoeverWasPassedOverFourTimesGoesNext() {
            for (RequestPriority kind : RequestPriority.values()) {
                pause(kind, Duration.ofSeconds(1));
            }
            for (int i = 0; i < 8; i++) {
                enter(RequestPriority.CHANGE, "cancel");
                enter(RequestPriority.READ, "get");
                enter(RequestPriority.LIST, "list");
            }
            for (int i = 0; i < 13; i++) {
                time.advance(Duration.ofSeconds(1));
            }
            assertThat(String.join(" ", order))
                    .isEqualTo("cancel cancel cancel cancel get list cancel cancel cancel cancel get list");
        }

        @Test
        void aKindThatNoRefusalLimitsWaitsForNoOther() {
            pause(RequestPriority.CHANGE, Duration.ofMinutes(1));
            enter(RequestPriority.CHANGE, "cancel");
            enter(RequestPriority.READ, "get");
            assertThat(order).containsExactly("get");
            lane.rate(RequestPriority.READ).throttled(0, time.nanoTime(), Optional.of(Duration.ofSeconds(2)));
            enter(RequestPriority.READ, "get of later");
            enter(RequestPriority.READ, "get of the end");
            assertThat(order).containsExactly("get");
            time.advance(Duration.ofSeconds(2));
            assertThat(order).containsExactly("get", "get of later", "get of the end");
        }

        @Test
        void aKindThatIsFreeAndMoreUrgentDoesNotWait() {
            pause(RequestPriority.LIST, Duration.ofSeconds(3));
            enter(RequestPriority.LIST, "list");
            enter(RequestPriority.READ, "get");
            assertThat(order).containsExactly("get");
        }

        @Test
        void anUrgentCallWithAShortPauseDoesNotSleepThroughALongerOne() {
            pause(RequestPriority.LIST, Duration.ofMinutes(30));
            enter(RequestPriority.LIST, "list");
            pause(RequestPriority.CHANGE, Duration.ofSeconds(3));
            enter(RequestPriority.CHANGE, "cancel");
            assertThat(time.pending()).isEqualTo(1);
            time.advance(Duration.ofSeconds(3));
            assertThat(order).containsExactly("cancel");
            time.advance(Duration.ofMinutes(30));
            assertThat(order).containsExactly("cancel", "list");
        }

        @Test
        void aTurnThatIsFreeIsTakenAtOnceAndTheNextOneWaits() {
            pause(RequestPriority.READ, Duration.ZERO);
            enter(RequestPriority.READ, "first");
            enter(RequestPriority.READ, "second");
            assertThat(order).containsExactly("first");
            time.advance(Duration.ofSeconds(2));
            assertThat(order).containsExactly("first", "second");
        }

        @Test
        void oneTimerIsSetHoweverManyWait() {
            pause(RequestPriority.READ, Duration.ofSeconds(3));
            for (int i = 0; i < 50; i++) {
                enter(RequestPriority.READ, "get");
            }
            assertThat(time.pending()).isEqualTo(1);
        }
    }

    @Nested
    class WhoeverGivesUp {

        @Test
        void isPassedOverAndTakesNobodysTurn() {
            pause(RequestPriority.READ, Duration.ofSeconds(3));
            enter(RequestPriority.READ, "patient");
            CompletableFuture<Boolean> impatient = enter(RequestPriority.READ, "impatient");
            enter(RequestPriority.READ, "last");
            impatient.complete(false);
            time.advance(Duration.ofSeconds(5));
            assertThat(order).containsExactly("impatient gave up", "patient", "last");
        }

        @Test
        void isToldWhenItsPatienceIsOver() {
            pause(RequestPriority.READ, Duration.ofMinutes(30));
            enter(RequestPriority.READ, "patient");
            enter(RequestPriority.READ, "impatient", Duration.ofSeconds(2));
            enter(RequestPriority.READ, "more so", Duration.ofSeconds(1));
            time.advance(Duration.ofSeconds(1));
            assertThat(order).containsExactly("more so gave up");
            time.advance(Duration.ofSeconds(1));
            assertThat(order).containsExactly("more so gave up", "impatient gave up");
            time.advance(Duration.ofMinutes(30));
            assertThat(order).endsWith("patient");
            assertThat(time.pending()).isZero();
        }

        @Test
        void isNotToldOnceItHadItsTurn() {
            pause(RequestPriority.READ, Duration.ofSeconds(1));
            enter(RequestPriority.READ, "first", Duration.ofSeconds(1));
            enter(RequestPriority.READ, "second", Duration.ofSeconds(5));
            time.advance(Duration.ofSeconds(10));
            assertThat(order).containsExactly("first", "second");
        }

        @Test
        void isToldAlsoWhereTheClockKnowsNoLaterMoment() {
            pause(RequestPriority.READ, Duration.ofSeconds(1));
            enter(RequestPriority.READ, "for ever", Duration.ofNanos(Long.MAX_VALUE));
            time.advance(Duration.ofSeconds(1));
            assertThat(order).containsExactly("for ever");
        }

        @Test
        void doesNotHoldUpTheLessUrgent() {
            pause(RequestPriority.CHANGE, Duration.ofMinutes(1));
            CompletableFuture<Boolean> cancel = enter(RequestPriority.CHANGE, "cancel");
            cancel.cancel(false);
            enter(RequestPriority.READ, "get");
            assertThat(order).containsExactly("get");
        }

        @Test
        void letsThoseGoWhoWaitedOnlyForIt() {
            CompletableFuture<Boolean> cancel = aGetThatIsFreeWaitsForACancel(PATIENCE);
            cancel.cancel(false);
            assertThat(order).containsExactly("get");
            assertThat(time.pending()).isZero();
        }

        @Test
        void letsThemGoAlsoWhenItsPatienceIsOver() {
            aGetThatIsFreeWaitsForACancel(Duration.ofSeconds(2));
            time.advance(Duration.ofSeconds(2));
            assertThat(order).containsExactlyInAnyOrder("cancel gave up", "get");
            assertThat(time.pending()).isZero();
        }

        private CompletableFuture<Boolean> aGetThatIsFreeWaitsForACancel(Duration patience) {
            pause(RequestPriority.READ, Duration.ZERO);
            pause(RequestPriority.CHANGE, Duration.ofMinutes(1));
            CompletableFuture<Boolean> cancel = enter(RequestPriority.CHANGE, "cancel", patience);
            enter(RequestPriority.READ, "get");
            assertThat(order).isEmpty();
            return cancel;
        }
    }
}
