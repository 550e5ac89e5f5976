// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdaptiveRateTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long START = Long.sum(Long.MAX_VALUE, -5 * SECOND); // a clock may wrap: only differences count

    private final AdaptiveRate rate = new AdaptiveRate();

    @Test
    void nothingWaitsBeforeTheFirstRefusal() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(rate.reserve(START)).isZero();
        }
    }

    @Test
    void aRefusalCutsTheRateThatWasSentToSevenTenths() {
        sendInOneSecond(100);
        rate.throttled(START, START + SECOND, Optional.empty());
        assertThat(rate.perSecond(START + SECOND)).isCloseTo(70, within(0.01));
    }

    @Test
    void onlyTheLastSecondsCallsAreTheRateThatWasSent() {
        sendInOneSecond(100);
        for (int i = 0; i < 20; i++) {
            rate.reserve(START + SECOND);
        }
        rate.reserve(START + 2 * SECOND);
        rate.throttled(START + SECOND, START + 2 * SECOND, Optional.empty());
        assertThat(rate.perSecond(START + 2 * SECOND)).isCloseTo(14, within(0.01));
    }

    @Test
    void placesAreSpacedByTheRate() {
        sendInOneSecond(10);
        rate.throttled(START, START, Optional.empty());
        assertThat(rate.reserve(START)).isZero();
        assertThat(rate.reserve(START).toMillis()).isBetween(140L, 145L);
        assertThat(rate.reserve(START).toMillis()).isBetween(275L, 290L);
    }

    @Test
    void refusalsOfCallsSentBeforeTheCutDoNotCutAgain() {
        sendInOneSecond(100);
        rate.throttled(START, START + SECOND, Optional.empty());
        rate.throttled(START, START + SECOND, Optional.empty());
        assertThat(rate.perSecond(START + SECOND)).isCloseTo(70, within(0.01));
        rate.throttled(START + SECOND, START + SECOND, Optional.empty());
        assertThat(rate.perSecond(START + SECOND)).isCloseTo(49, within(0.01));
    }

    @Test
    void itGrowsBackFastThenStaysThenProbes() {
        sendInOneSecond(100);
        rate.throttled(START, START, Optional.empty());
        assertThat(rate.perSecond(START + 4 * SECOND)).isCloseTo(96.25, within(0.01));
        assertThat(rate.perSecond(START + 8 * SECOND)).isCloseTo(100, within(0.01));
        assertThat(rate.perSecond(START + 10 * SECOND)).isBetween(100.0, 101.0);
        assertThat(rate.perSecond(START + 24 * SECOND)).isGreaterThan(300);
    }

    @Test
    void aHintPausesEveryone() {
        rate.reserve(START);
        rate.throttled(START, START, Optional.of(Duration.ofSeconds(3)));
        assertThat(rate.reserve(START)).isEqualTo(Duration.ofSeconds(3));
        assertThat(rate.reserve(START)).isGreaterThan(Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT2H", "PT87660000H", "PT2562047788015215H"})
    void aHintForDaysOrForEverPausesForAnHour(Duration hint) {
        rate.throttled(START, START, Optional.of(hint));
        assertThat(rate.untilFree(START)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aShorterHintDoesNotShortenThePause() {
        rate.throttled(START, START, Optional.of(Duration.ofSeconds(9)));
        rate.throttled(START, START + SECOND, Optional.of(Duration.ofSeconds(1)));
        rate.throttled(START, START + SECOND, Optional.empty());
        assertThat(rate.untilFree(START + SECOND)).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void lookingTakesNoPlace() {
        sendInOneSecond(10);
        rate.throttled(START, START, Optional.empty());
        rate.reserve(START);
        assertThat(rate.untilFree(START)).isEqualTo(rate.untilFree(START)).isPositive();
    }

    @Test
    void itNeverFallsBelowOneCallInTwoSeconds() {
        for (int i = 0; i < 50; i++) {
            rate.throttled(START + i, START + i, Optional.empty());
        }
        assertThat(rate.perSecond(START + 50)).isCloseTo(0.5, within(1e-6));
    }

    private void sendInOneSecond(int calls) {
        for (int i = 0; i < calls; i++) {
            rate.reserve(START);
        }
    }
}
