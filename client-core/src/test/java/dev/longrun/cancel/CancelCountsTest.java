// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CancelCountsTest {
    private static final CancelCounts SOME = CancelCounts.NONE
            .plus(OutcomeKind.COMPLETED_ANYWAY)
            .plus(OutcomeKind.CANCELLED)
            .plus(OutcomeKind.CANCELLED);

    @Test
    void countsByOutcome() {
        assertThat(SOME.of(OutcomeKind.CANCELLED)).isEqualTo(2);
        assertThat(SOME.of(OutcomeKind.UNKNOWN)).isZero();
        assertThat(SOME.total()).isEqualTo(3);
    }

    @Test
    void saysWhatThereIsInTheOrderOfTheOutcomes() {
        assertThat(SOME.describe()).isEqualTo("2 cancelled, 1 completed anyway");
        assertThat(new CancelCounts(SOME.outcomes(), 4).describe())
                .isEqualTo("2 cancelled, 1 completed anyway, 4 not asked for");
        assertThat(new CancelCounts(Map.of(), 1).describe()).isEqualTo("1 not asked for");
        assertThat(CancelCounts.NONE.describe()).isEqualTo("none");
    }
}
