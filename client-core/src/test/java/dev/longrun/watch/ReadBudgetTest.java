// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReadBudgetTest {
    private final ReadBudget budget = new ReadBudget();

    private static long at(double seconds) {
        return (long) (seconds * 1e9);
    }

    @Test
    void halfOfASecondsRequestsArePlenty() {
        budget.take(15, at(0));
        assertThat(budget.scarcity(at(0))).isZero();
        budget.take(7.5, at(0));
        assertThat(budget.scarcity(at(0))).isEqualTo(0.5);
        budget.take(7.5, at(0));
        assertThat(budget.scarcity(at(0))).isEqualTo(1);
    }

    @Test
    void aReadEveryFortyMillisecondsIsNeverScarce() {
        for (int i = 0; i < 1000; i++) {
            budget.take(1.01, at(0.04 * i));
            assertThat(budget.scarcity(at(0.04 * i))).isZero();
        }
    }

    @Test
    void aDebtIsPaidInASecond() {
        budget.take(100_000, at(0));
        assertThat(budget.scarcity(at(0.9))).isEqualTo(1);
        assertThat(budget.scarcity(at(1.5))).isZero();
    }

    @Test
    void aLongPauseSavesNoMoreThanASecond() {
        long later = Duration.ofHours(1).toNanos();
        budget.take(30, later);
        assertThat(budget.scarcity(later)).isEqualTo(1);
    }
}
