// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cancel.BatchFeeder.SmoothRateLimiter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SmoothRateLimiterTest {
    private static final long START = Long.MAX_VALUE - 5; // a monotonic clock may overflow

    private static long after(long millis) {
        return START + TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Test
    void theFirstBeginsAtOnce() {
        assertThat(new SmoothRateLimiter(10).untilNext(START)).isZero();
    }

    @Test
    void theNextWaitsForItsPlace() {
        SmoothRateLimiter pace = new SmoothRateLimiter(10);
        pace.take(START);
        assertThat(pace.untilNext(after(30))).isEqualTo(Duration.ofMillis(70));
        assertThat(pace.untilNext(after(100))).isZero();
    }

    @Test
    void fewerThanOneASecondIsARateToo() {
        SmoothRateLimiter pace = new SmoothRateLimiter(0.5);
        pace.take(START);
        assertThat(pace.untilNext(START)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aTimerThatIsALittleLateCostsNothing() {
        SmoothRateLimiter pace = new SmoothRateLimiter(10);
        pace.take(START);
        pace.take(after(104));
        assertThat(pace.untilNext(after(104))).isEqualTo(Duration.ofMillis(96));
    }

    @Test
    void unusedTimeIsNotSavedUp() {
        SmoothRateLimiter pace = new SmoothRateLimiter(10);
        pace.take(START);
        pace.take(after(10_000));
        assertThat(pace.untilNext(after(10_000))).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void noLimitIsNoWait() {
        SmoothRateLimiter pace = new SmoothRateLimiter(Double.POSITIVE_INFINITY);
        pace.take(START);
        assertThat(pace.untilNext(START)).isZero();
    }
}
