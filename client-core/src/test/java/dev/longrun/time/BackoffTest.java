// SPDX-License-Identifier: Apache-2.0
package dev.longrun.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration MAX = Duration.ofSeconds(10);
    private static final Backoff POLLS = Backoff.exponential(FIRST, 1.5, MAX);

    private static RandomGenerator always(double value) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new AssertionError("only nextDouble is expected");
            }

            @Override
            public double nextDouble() {
                return value;
            }
        };
    }

    @ParameterizedTest
    @CsvSource({
        "0, PT0.5S",
        "1, PT0.75S",
        "2, PT1.125S",
        "3, PT1.6875S",
        "7, PT8.54296875S",
        "8, PT10S",
        "9, PT10S",
        "2000, PT10S",
        "2147483647, PT10S"
    })
    void growsByItsMultiplierUpToItsMax(int attempt, Duration delay) {
        assertThat(POLLS.delay(attempt, always(0.5))).isEqualTo(delay);
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, 0, PT8S",
        "NONE, 0.9, PT8S",
        "EQUAL, 0, PT4S",
        "EQUAL, 0.5, PT6S",
        "EQUAL, 0.75, PT7S",
        "FULL, 0, PT0S",
        "FULL, 0.5, PT4S",
        "FULL, 0.75, PT6S"
    })
    void jitterTakesItsShareOfTheDelay(Backoff.Jitter jitter, double random, Duration delay) {
        Backoff backoff = Backoff.exponential(Duration.ofSeconds(2), 2, Duration.ofMinutes(1))
                .withJitter(jitter);

        assertThat(backoff.delay(2, always(random))).isEqualTo(delay);
    }

    @ParameterizedTest
    @CsvSource({"EQUAL, 5000000000", "FULL, 0"})
    void jitterStaysWithinItsBounds(Backoff.Jitter jitter, long least) {
        Backoff backoff = POLLS.withJitter(jitter);
        RandomGenerator random = new SplittableRandom(42);

        Stream<Duration> delays = IntStream.range(0, 1_000).mapToObj(i -> backoff.delay(20, random));

        assertThat(delays).allSatisfy(d -> assertThat(d).isBetween(Duration.ofNanos(least), MAX));
    }

    @Test
    void multiplierOfOneKeepsTheDelay() {
        assertThat(POLLS.withMultiplier(1).delay(1_000, always(0))).isEqualTo(FIRST);
    }

    @Test
    void delaysLongerThanTheClockCanCountSaturate() {
        Backoff backoff = POLLS.withMax(ChronoUnit.FOREVER.getDuration());

        assertThat(backoff.delay(1_000_000, always(0))).isEqualTo(Duration.ofNanos(Long.MAX_VALUE));
    }

    @Test
    void aConstantDelayStaysAsItIs() {
        assertThat(Backoff.constant(FIRST)).isEqualTo(Backoff.exponential(FIRST, 1, FIRST));
        assertThat(Backoff.constant(FIRST))
                .hasSameHashCodeAs(POLLS.withMultiplier(1).withMax(FIRST));
        assertThat(Backoff.constant(FIRST)).isNotEqualTo(POLLS).hasToString("PT0.5S × 1.0 up to PT0.5S, jitter NONE");
    }

    @Test
    void withersChangeOnePartEach() {
        assertThat(POLLS.withFirst(Duration.ofSeconds(1))
                        .withMultiplier(2)
                        .withMax(Duration.ofSeconds(30))
                        .withJitter(Backoff.Jitter.FULL))
                .isEqualTo(Backoff.exponential(Duration.ofSeconds(1), 2, Duration.ofSeconds(30))
                        .withJitter(Backoff.Jitter.FULL));
    }

    @Nested
    class Refuses {

        @Test
        void aFirstDelayThatWouldSpin() {
            assertThatThrownBy(() -> POLLS.withFirst(Duration.ZERO))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("backoff: first must be more than zero; got PT0S");
        }

        @ParameterizedTest
        @CsvSource({"0.5, 0.5", "NaN, NaN", "Infinity, Infinity", "-1, -1.0"})
        void aMultiplierThatShrinksOrIsNoNumber(double multiplier, String shown) {
            assertThatThrownBy(() -> POLLS.withMultiplier(multiplier))
                    .hasMessage("backoff: multiplier must be 1 or more; got " + shown);
        }

        @Test
        void aMaxBelowTheFirstDelay() {
            assertThatThrownBy(() -> POLLS.withMax(Duration.ofMillis(499)))
                    .hasMessage("backoff: max must be no less than first, PT0.5S; got PT0.499S");
        }

        @Test
        void anAttemptBeforeTheFirst() {
            assertThatThrownBy(() -> POLLS.delay(-1, always(0)))
                    .hasMessage("backoff: attempt must be 0 or more; got -1");
        }
    }
}
