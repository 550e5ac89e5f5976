// SPDX-License-Identifier: Apache-2.0
package dev.longrun.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {

    private final HandTime time = new HandTime(Long.MAX_VALUE - 1); // nanoTime may wrap around

    @ParameterizedTest
    @CsvSource({
        "PT0S, PT5S, PT0S, false",
        "PT2S, PT3S, PT2S, false",
        "PT4.999999999S, PT0.000000001S, PT4.999999999S, false",
        "PT5S, PT0S, PT5S, true",
        "PT9S, PT0S, PT9S, true"
    })
    void countsDownAndStopsAtZero(Duration waited, Duration remaining, Duration elapsed, boolean passed) {
        Deadline deadline = Deadline.after(Duration.ofSeconds(5), time);

        time.advance(waited);

        assertThat(deadline.remaining()).isEqualTo(remaining);
        assertThat(deadline.elapsed()).isEqualTo(elapsed);
        assertThat(deadline.passed()).isEqualTo(passed);
        assertThat(deadline.total()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void negativeTotalHasPassedFromTheStart() {
        Deadline deadline = Deadline.after(Duration.ofSeconds(-3), time);

        assertThat(deadline.passed()).isTrue();
        assertThat(deadline.total()).isZero();
    }

    @Test
    void clampNeverReachesPastTheDeadline() {
        Deadline deadline = Deadline.after(Duration.ofSeconds(5), time);
        time.advance(Duration.ofSeconds(2));

        assertThat(deadline.clamp(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(1));
        assertThat(deadline.clamp(Duration.ofSeconds(60))).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void printsWhatRemains() {
        Deadline deadline = Deadline.after(Duration.ofSeconds(5), time);
        time.advance(Duration.ofSeconds(3));

        assertThat(deadline).hasToString("PT2S of PT5S remain");
    }

    @Nested
    class TheEarlierOfTwo {

        @Test
        void isTheOneWithLessTimeLeftWhicheverIsAsked() {
            Deadline early = Deadline.after(Duration.ofSeconds(5), time);
            time.advance(Duration.ofSeconds(3));
            Deadline late = Deadline.after(Duration.ofSeconds(3), time);

            assertThat(early.earlier(late)).isSameAs(early);
            assertThat(late.earlier(early)).isSameAs(early);
        }

        @Test
        void isTheFirstWhenBothCoincide() {
            Deadline one = Deadline.after(Duration.ofSeconds(5), time);
            Deadline other = Deadline.after(Duration.ofSeconds(5), time);

            assertThat(one.earlier(other)).isSameAs(one);
        }
    }

    @Nested
    class AVeryLongOne {

        private final Duration forEver = ChronoUnit.FOREVER.getDuration();

        @Test
        void saturatesInsteadOfOverflowing() {
            Deadline deadline = Deadline.after(forEver, time);

            assertThat(deadline.remaining()).isEqualTo(Duration.ofNanos(Long.MAX_VALUE));
            assertThat(deadline.passed()).isFalse();
        }

        @Test
        void stillCountsDown() {
            Deadline deadline = Deadline.after(forEver, time);
            time.advance(Duration.ofDays(365));

            assertThat(deadline.remaining())
                    .isEqualTo(Duration.ofNanos(Long.MAX_VALUE).minusDays(365));
            assertThat(deadline.clamp(forEver)).isEqualTo(deadline.remaining());
        }
    }
}
