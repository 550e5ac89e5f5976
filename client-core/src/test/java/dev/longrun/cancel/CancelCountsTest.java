// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CancelCountsTest {
    private static final CancelCounts SOME = CancelCounts.NONE
            .plus(CancelOutcome.Kind.COMPLETED_ANYWAY)
            .plus(CancelOutcome.Kind.CANCELLED)
            .plus(CancelOutcome.Kind.CANCELLED);

    @Test
    void countsByOutcome() {
        assertThat(SOME.of(CancelOutcome.Kind.CANCELLED)).isEqualTo(2);
        assertThat(SOME.of(CancelOutcome.Kind.UNKNOWN)).isZero();
        assertThat(SOME.total()).isEqualTo(3);
    }

    @Test
    void countsThoseOfWhichOnlyTheEndIsKnown() {
        assertThat(SOME.plus(CancelOutcome.Kind.ENDED).describe())
                .isEqualTo("2 cancelled, 1 completed anyway, 1 ended");
    }

    @Test
    void saysWhatThereIsInTheOrderOfTheOutcomes() {
        assertThat(SOME.describe()).isEqualTo("2 cancelled, 1 completed anyway");
        assertThat(SOME.plusFailed().plusFailed().describe())
                .isEqualTo("2 cancelled, 1 completed anyway, 2 not asked for");
        assertThat(CancelCounts.NONE.plusFailed().describe()).isEqualTo("1 not asked for");
        assertThat(CancelCounts.NONE.describe()).isEqualTo("none");
    }
}
