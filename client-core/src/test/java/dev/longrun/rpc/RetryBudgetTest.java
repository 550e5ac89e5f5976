// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {
    private final RetryBudget budget = RetryBudget.of(10);

    @Test
    void retriesStopWhenHalfTheTokensAreGone() {
        assertThat(IntStream.range(0, 6).mapToObj(i -> budget.failed()))
                .containsExactly(true, true, true, true, false, false);
    }

    @Test
    void tenSuccessesPayForOneFailure() {
        IntStream.range(0, 5).forEach(i -> budget.failed());
        IntStream.range(0, 9).forEach(i -> budget.succeeded());
        assertThat(budget.failed()).isFalse();
        IntStream.range(0, 12).forEach(i -> budget.succeeded());
        assertThat(budget.failed()).isTrue();
    }

    @Test
    void successesNeverOverfillIt() {
        IntStream.range(0, 1000).forEach(i -> budget.succeeded());
        IntStream.range(0, 4).forEach(i -> budget.failed());
        assertThat(budget.failed()).isFalse();
    }
}
