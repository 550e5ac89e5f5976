// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long START = Long.MAX_VALUE - 5; // a monotonic clock may overflow

    private static long after(long millis) {
        return START + TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Test
    void theFirstBeginsAtOnce() {
        assertThat(new Pace(10).untilNext(START)).isZero();
    }

    @Test
    void theNextWaitsForItsPlace() {
        Pace pace = new Pace(10);
        pace.begin(START);
        assertThat(pace.untilNext(after(30))).isEqualTo(Duration.ofMillis(70));
        assertThat(pace.untilNext(after(100))).isZero();
    }

    @Test
    void fewerThanOneASecondIsARateToo() {
        Pace pace = new Pace(0.5);
        pace.begin(START);
        assertThat(pace.untilNext(START)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aTimerThatIsALittleLateCostsNothing() {
        Pace pace = new Pace(10);
        pace.begin(START);
        pace.begin(after(104));
        assertThat(pace.untilNext(after(104))).isEqualTo(Duration.ofMillis(96));
    }

    @Test
    void timeThatNobodyUsedIsNotSavedUp() {
        Pace pace = new Pace(10);
        pace.begin(START);
        pace.begin(after(10_000));
        assertThat(pace.untilNext(after(10_000))).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void noLimitIsNoWait() {
        Pace pace = new Pace(Double.POSITIVE_INFINITY);
        pace.begin(START);
        assertThat(pace.untilNext(START)).isZero();
    }
}
