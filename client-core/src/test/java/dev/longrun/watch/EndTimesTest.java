// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EndTimesTest {
    private final EndTimes times = new EndTimes();

    private void record(int count, Duration ran) {
        for (int i = 0; i < count; i++) {
            times.record(ran.toNanos());
        }
    }

    private double secondsUntil(double share, Duration running) {
        return times.endOf(share, running.toNanos()) / 1e9;
    }

    @Test
    void twoEndsTellNothing() {
        record(2, Duration.ofSeconds(10));
        assertThat(times.endOf(0.5, 0)).isEqualTo(PollSchedule.NEVER);
    }

    @Test
    void threeEndsTellTheNextWithinATwelfth() {
        record(3, Duration.ofSeconds(10));
        assertThat(secondsUntil(0.05, Duration.ZERO)).isBetween(10.0, 10.9);
        assertThat(secondsUntil(0.8, Duration.ofSeconds(9))).isBetween(10.0, 10.9);
    }

    @Test
    void theShareSaysHowManyHaveEndedByThen() {
        record(10, Duration.ofSeconds(1));
        record(10, Duration.ofSeconds(100));
        assertThat(secondsUntil(0.05, Duration.ZERO)).isBetween(1.0, 1.1);
        assertThat(secondsUntil(0.8, Duration.ZERO)).isBetween(100.0, 109.0);
    }

    @Test
    void onlyThoseCountThatRanAsLong() {
        record(50, Duration.ofSeconds(1));
        record(5, Duration.ofSeconds(100));
        assertThat(secondsUntil(0.05, Duration.ofSeconds(2))).isBetween(100.0, 109.0);
        assertThat(times.endOf(0.05, Duration.ofSeconds(200).toNanos())).isEqualTo(PollSchedule.NEVER);
    }

    @Test
    void newerEndsOutweighOlderOnes() {
        record(500, Duration.ofSeconds(1));
        record(300, Duration.ofSeconds(100));
        assertThat(secondsUntil(0.05, Duration.ZERO)).isBetween(100.0, 109.0);
    }

    @Test
    void thereIsABucketForAnyTime() {
        times.record(0);
        times.record(-5);
        record(3, Duration.ofDays(1000));
        assertThat(times.endOf(1, 0)).isBetween(1L, Duration.ofDays(1).toNanos());
    }
}
