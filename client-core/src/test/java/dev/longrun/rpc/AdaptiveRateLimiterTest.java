// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longrun.call.RateLimit;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdaptiveRateLimiterTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long START = Long.sum(Long.MAX_VALUE, -5 * SECOND); // a clock may wrap: only differences count

    private final AdaptiveRateLimiter rate = new AdaptiveRateLimiter(RateLimit.adaptive(), START);

    private boolean isLimited() {
        return rate.perSecond(START) < Double.POSITIVE_INFINITY;
    }

    private void send(int calls, long now) {
        for (int i = 0; i < calls; i++) {
            rate.reserve(now);
            rate.sent(now);
            rate.accepted(now, now);
        }
    }

    private void refuse(int calls, long sentAt, long now) {
        for (int i = 0; i < calls; i++) {
            rate.throttled(sentAt, now, Optional.empty());
        }
    }

    private void accept(int calls, long sentAt, long now) {
        for (int i = 0; i < calls; i++) {
            rate.accepted(sentAt, now);
        }
    }

    /** Refuses eight calls of forty, which leads to a cut to {@code 0.56}. */
    private void refuseMany(long sentAt, long now) {
        refuse(7, sentAt, now);
        accept(32, sentAt, now);
        refuse(1, sentAt, now);
    }

    /** So many calls in one second, and refusals that lead to a cut. */
    private void cut(int calls) {
        send(calls, START);
        refuseMany(START, START);
    }

    @Nested
    class WithoutBlame {

        @Test
        void nothingWaits() {
            for (int i = 0; i < 10_000; i++) {
                assertThat(rate.reserve(START)).isZero();
            }
            assertThat(isLimited()).isFalse();
        }

        @Test
        void fewRefusalsMayBeChance() {
            send(100, START);
            refuse(19, START, START);
            assertThat(isLimited()).isFalse();
            refuse(1, START, START);
            assertThat(isLimited()).isTrue();
        }

        @Test
        void tenCallsInBetweenMakeUpForARefusal() {
            refuse(7, START, START);
            accept(41, START, START);
            refuse(1, START, START);
            assertThat(isLimited()).isFalse();
            refuse(1, START, START);
            assertThat(isLimited()).isTrue();
        }

        @Test
        void noCreditIsSavedUpForLater() {
            send(10_000, START);
            refuseMany(START, START);
            assertThat(isLimited()).isTrue();
        }
    }

    @Nested
    class ACut {

        @Test
        void goesToSevenTenthsOfWhatWasTaken() {
            cut(100);
            assertThat(rate.perSecond(START)).isCloseTo(0.7 * 80, within(0.01));
        }

        @Test
        void isOfTheLastSecondsCalls() {
            send(100, START);
            send(20, START + SECOND);
            send(1, START + 2 * SECOND);
            refuseMany(START + SECOND, START + 2 * SECOND);
            assertThat(rate.perSecond(START + 2 * SECOND)).isCloseTo(0.7 * 16, within(0.01));
        }

        @Test
        void isOfWhatWasSentWhereMoreWouldHaveBeenAllowed() {
            cut(100);
            long later = START + 60 * SECOND;
            assertThat(rate.perSecond(later)).isGreaterThan(1000);
            send(10, later);
            refuseMany(later, later);
            assertThat(rate.perSecond(later)).isCloseTo(0.7 * 8, within(0.01));
        }

        @Test
        void isOfTheRateAtWhichTheRefusedCallsWereSent() {
            send(60, START);
            long later = START + 4 * SECOND; // responses came late, and few further calls were sent meanwhile
            send(2, later);
            refuseMany(START, later);
            assertThat(rate.perSecond(later)).isCloseTo(0.7 * 48, within(0.01));
        }

        @Test
        void isMadeOnceForCallsSentBeforeIt() {
            send(100, START);
            refuseMany(START, START + SECOND);
            refuse(100, START, START + SECOND);
            assertThat(rate.perSecond(START + SECOND)).isCloseTo(56, within(0.01));
            send(100, START + SECOND);
            refuse(20, START + SECOND, START + SECOND);
            assertThat(rate.perSecond(START + SECOND)).isCloseTo(0.7 * 0.5 * 56, within(0.01));
        }

        @Test
        void goesToHalfAtMostWhereNothingWasTaken() {
            send(100, START);
            refuse(20, START, START);
            assertThat(rate.perSecond(START)).isCloseTo(0.7 * 50, within(0.01));
        }

        @Test
        void isTakenBackWhereItChangesNothing() {
            cut(100);
            refuseMany(START, START);
            assertThat(isLimited()).isFalse();
            send(100, START + SECOND);
            refuseMany(START + SECOND, START + SECOND); // as many as before are tolerated
            assertThat(isLimited()).isFalse();
            refuse(20, START + SECOND, START + SECOND);
            assertThat(isLimited()).isTrue();
        }

        @Test
        void isNotTakenBackWhereTheNextRefusalsAreLongAfterIt() {
            cut(100);
            long later = START + 25 * SECOND;
            send(50, later);
            refuseMany(later, later);
            assertThat(rate.perSecond(later)).isCloseTo(0.56 * 50, within(0.01));
        }

        @Test
        void needsTheSameProofAgain() {
            cut(100);
            refuse(19, START, START);
            assertThat(rate.perSecond(START)).isCloseTo(56, within(0.01));
        }

        @Test
        void neverGoesBelowOneCallInTwoSeconds() {
            for (int i = 0; i < 50; i++) {
                refuse(20, START + i, START + i);
            }
            assertThat(rate.perSecond(START + 50)).isCloseTo(0.5, within(1e-6));
        }

        @Test
        void isGrownBackFastThenKeptThenProbed() {
            cut(100);
            assertThat(rate.perSecond(START + 6 * SECOND)).isCloseTo(77, within(0.01));
            assertThat(rate.perSecond(START + 12 * SECOND)).isCloseTo(80, within(0.01));
            assertThat(rate.perSecond(START + 15 * SECOND)).isBetween(80.0, 81.0);
            assertThat(rate.perSecond(START + 36 * SECOND)).isGreaterThan(250);
        }

        @Test
        void spacesThePlaces() {
            cut(10);
            assertThat(rate.reserve(START)).isZero();
            assertThat(rate.reserve(START).toMillis()).isBetween(170L, 180L);
            assertThat(rate.reserve(START).toMillis()).isBetween(345L, 360L);
        }

        @Test
        void makesNoReadWait() {
            cut(10);
            rate.reserve(START);
            assertThat(rate.timeUntilPermit(START))
                    .isEqualTo(rate.timeUntilPermit(START))
                    .isPositive();
        }
    }

    @Nested
    class AHint {

        @Test
        void pausesEveryoneAndCutsNothing() {
            rate.throttled(START, START, Optional.of(Duration.ofSeconds(3)));
            assertThat(rate.reserve(START)).isEqualTo(Duration.ofSeconds(3));
            assertThat(rate.reserve(START)).isEqualTo(Duration.ofSeconds(3));
            assertThat(isLimited()).isFalse();
        }

        @Test
        void countsAlsoWhereTheCallIsOlderThanTheLastCut() {
            cut(100);
            rate.throttled(START - 1, START, Optional.of(Duration.ofSeconds(3)));
            assertThat(rate.timeUntilPermit(START)).isEqualTo(Duration.ofSeconds(3));
        }

        @ParameterizedTest
        @ValueSource(strings = {"PT2H", "PT87660000H", "PT2562047788015215H"})
        void forDaysOrForEverPausesForAnHour(Duration hint) {
            rate.throttled(START, START, Optional.of(hint));
            assertThat(rate.timeUntilPermit(START)).isEqualTo(Duration.ofHours(1));
        }

        @Test
        void thatIsShorterDoesNotShortenThePause() {
            rate.throttled(START, START, Optional.of(Duration.ofSeconds(9)));
            rate.throttled(START, START + SECOND, Optional.of(Duration.ofSeconds(1)));
            rate.throttled(START, START + SECOND, Optional.empty());
            assertThat(rate.timeUntilPermit(START + SECOND)).isEqualTo(Duration.ofSeconds(8));
        }
    }
}
