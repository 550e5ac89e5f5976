// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PollPlanTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @Test
    void theScheduleDecidesWhileThereIsTime() {
        assertThat(next(5, Optional.empty(), 30)).isEqualTo(new PollPlan.Next(Duration.ofSeconds(5), false));
    }

    @Test
    void aLongerHintOfTheServerIsKept() {
        assertThat(next(5, Optional.of(Duration.ofSeconds(9)), 30))
                .isEqualTo(new PollPlan.Next(Duration.ofSeconds(9), false));
    }

    @Test
    void aShorterHintDoesNotHurryUs() {
        assertThat(next(5, Optional.of(Duration.ofSeconds(1)), 30))
                .isEqualTo(new PollPlan.Next(Duration.ofSeconds(5), false));
    }

    @Test
    void aHintThatMakesNoSenseDoesNotEndAWatchWithoutAnEnd() {
        Duration forEver = Duration.ofSeconds(Long.MAX_VALUE);
        var next = PollPlan.next(Duration.ofSeconds(5), Optional.of(Duration.ofDays(365)), forEver, forEver);
        assertThat(next).isEqualTo(new PollPlan.Next(Duration.ofHours(1), false));
    }

    @Test
    void aScheduleThatIsSlowerThanAnyHintIsTheCallersOwnChoice() {
        assertThat(PollPlan.next(Duration.ofHours(6), Optional.of(Duration.ofDays(1)), Duration.ofDays(9), TIMEOUT))
                .isEqualTo(new PollPlan.Next(Duration.ofHours(6), false));
    }

    @Test
    void theLastReadComesEarlyEnoughForItsAnswer() {
        assertThat(next(10, Optional.empty(), 9)).isEqualTo(new PollPlan.Next(Duration.ofSeconds(7), true));
    }

    @Test
    void whenTimeIsNearlyOverTheLastReadComesAtOnce() {
        assertThat(next(10, Optional.empty(), 1)).isEqualTo(new PollPlan.Next(Duration.ZERO, true));
    }

    @Test
    void aShortWatchSetsAsideATenth() {
        var next =
                PollPlan.next(Duration.ofSeconds(10), Optional.empty(), Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertThat(next).isEqualTo(new PollPlan.Next(Duration.ofMillis(900), true));
    }

    private static PollPlan.Next next(int scheduled, Optional<Duration> hint, int remaining) {
        return PollPlan.next(Duration.ofSeconds(scheduled), hint, Duration.ofSeconds(remaining), TIMEOUT);
    }
}
