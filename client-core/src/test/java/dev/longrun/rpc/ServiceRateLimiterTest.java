// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.call.RateLimit;
import dev.longrun.rpc.CallRequest.Priority;
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

    private CompletableFuture<Boolean> enter(Priority kind, String name) {
        return enter(kind, name, PATIENCE);
    }

    private CompletableFuture<Boolean> enter(Priority kind, String name, Duration patience) {
        CompletableFuture<Boolean> turn = lane.acquire(kind, patience);
        turn.thenAccept(granted -> order.add(granted ? name : name + " gave up"));
        return turn;
    }

    /** Refusals with a hint; calls of that kind then go two seconds apart. */
    private void pause(Priority kind, Duration hint) {
        for (int i = 0; i < 20; i++) {
            lane.rate(kind).throttled(time.nanoTime(), time.nanoTime(), Optional.of(hint));
        }
    }

    @Nested
    class Unthrottled {

        @Test
        void everyCallHasItsTurnAtOnce() {
            for (int i = 0; i < 1000; i++) {
                assertThat(lane.acquire(Priority.LIST, PATIENCE)).isCompletedWithValue(true);
            }
            assertThat(time.pending()).isZero();
        }
    }

    @Nested
    class Throttled {

        @Test
        void callsOfAKindGoInTheOrderOfTheirComing() {
            pause(Priority.READ, Duration.ofSeconds(3));
            enter(Priority.READ, "first");
            enter(Priority.READ, "second");
            time.advance(Duration.ofMillis(2999));
            assertThat(order).isEmpty();
            time.advance(Duration.ofMillis(1));
            assertThat(order).containsExactly("first");
            time.advance(Duration.ofSeconds(2));
            assertThat(order).containsExactly("first", "second");
        }

        @Test
        void cancelsGoBeforeGetsAndGetsBeforeLists() {
            for (Priority kind : Priority.values()) {
                pause(kind, Duration.ofSeconds(3));
            }
            enter(Priority.LIST, "list");
            enter(Priority.READ, "get");
            enter(Priority.CHANGE, "cancel");
            time.advance(Duration.ofSeconds(10));
            assertThat(order).containsExactly("cancel", "get", "list");
        }

        @Test
        void aPriorityWaitsForNoOther() {
            pause(Priority.CHANGE, Duration.ofSeconds(3));
            pause(Priority.READ, Duration.ofSeconds(1));
            enter(Priority.CHANGE, "cancel");
            enter(Priority.READ, "get");
            time.advance(Duration.ofSeconds(1));
            assertThat(order).containsExactly("get");
            time.advance(Duration.ofSeconds(2));
            assertThat(order).containsExactly("get", "cancel");
        }

        @Test
        void aKindThatNoRefusalLimitsWaitsForNoOther() {
            pause(Priority.CHANGE, Duration.ofMinutes(1));
            enter(Priority.CHANGE, "cancel");
            enter(Priority.READ, "get");
            assertThat(order).containsExactly("get");
            lane.rate(Priority.READ).throttled(0, time.nanoTime(), Optional.of(Duration.ofSeconds(2)));
            enter(Priority.READ, "get of later");
            enter(Priority.READ, "get of the end");
            assertThat(order).containsExactly("get");
            time.advance(Duration.ofSeconds(2));
            assertThat(order).containsExactly("get", "get of later", "get of the end");
        }

        @Test
        void aKindThatIsFreeAndMoreUrgentDoesNotWait() {
            pause(Priority.LIST, Duration.ofSeconds(3));
            enter(Priority.LIST, "list");
            enter(Priority.READ, "get");
            assertThat(order).containsExactly("get");
        }

        @Test
        void anUrgentCallWithAShortPauseDoesNotSleepThroughALongerOne() {
            pause(Priority.LIST, Duration.ofMinutes(30));
            enter(Priority.LIST, "list");
            pause(Priority.CHANGE, Duration.ofSeconds(3));
            enter(Priority.CHANGE, "cancel");
            assertThat(time.pending()).isEqualTo(1);
            time.advance(Duration.ofSeconds(3));
            assertThat(order).containsExactly("cancel");
            time.advance(Duration.ofMinutes(30));
            assertThat(order).containsExactly("cancel", "list");
        }

        @Test
        void aTurnThatIsFreeIsTakenAtOnceAndTheNextOneWaits() {
            pause(Priority.READ, Duration.ZERO);
            enter(Priority.READ, "first");
            enter(Priority.READ, "second");
            assertThat(order).containsExactly("first");
            time.advance(Duration.ofSeconds(2));
            assertThat(order).containsExactly("first", "second");
        }

        @Test
        void oneTimerIsSetHoweverManyWait() {
            pause(Priority.READ, Duration.ofSeconds(3));
            for (int i = 0; i < 50; i++) {
                enter(Priority.READ, "get");
            }
            assertThat(time.pending()).isEqualTo(1);
        }
    }

    @Nested
    class ACallThatGivesUp {

        @Test
        void isPassedOverAndTakesNoTurn() {
            pause(Priority.READ, Duration.ofSeconds(3));
            enter(Priority.READ, "patient");
            CompletableFuture<Boolean> impatient = enter(Priority.READ, "impatient");
            enter(Priority.READ, "last");
            impatient.complete(false);
            time.advance(Duration.ofSeconds(5));
            assertThat(order).containsExactly("impatient gave up", "patient", "last");
        }

        @Test
        void isToldWhenItsPatienceIsOver() {
            pause(Priority.READ, Duration.ofMinutes(30));
            enter(Priority.READ, "patient");
            enter(Priority.READ, "impatient", Duration.ofSeconds(2));
            enter(Priority.READ, "more so", Duration.ofSeconds(1));
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
            pause(Priority.READ, Duration.ofSeconds(1));
            enter(Priority.READ, "first", Duration.ofSeconds(1));
            enter(Priority.READ, "second", Duration.ofSeconds(5));
            time.advance(Duration.ofSeconds(10));
            assertThat(order).containsExactly("first", "second");
        }

        @Test
        void isToldAlsoWhereTheClockKnowsNoLaterMoment() {
            pause(Priority.READ, Duration.ofSeconds(1));
            enter(Priority.READ, "for ever", Duration.ofNanos(Long.MAX_VALUE));
            time.advance(Duration.ofSeconds(1));
            assertThat(order).containsExactly("for ever");
        }

        @Test
        void leavesNoTimer() {
            pause(Priority.CHANGE, Duration.ofMinutes(1));
            CompletableFuture<Boolean> cancel = enter(Priority.CHANGE, "cancel");
            cancel.cancel(false);
            assertThat(time.pending()).isZero();
        }
    }
}
