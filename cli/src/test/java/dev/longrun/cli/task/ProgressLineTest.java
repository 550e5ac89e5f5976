// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final Map<String, Long> COUNTS = new TreeMap<>(Map.of("CANCELLED", 90L, "COMPLETED_ANYWAY", 10L));

    @Test
    void tellsTheTimeLeftWhereTheTotalIsKnown() {
        assertThat(new ProgressLine(COUNTS, 120, OptionalLong.of(1_000), Duration.ofSeconds(10)).line())
                .isEqualTo("100 of 1000: 90 cancelled, 10 completed anyway; 20 under way; 10.0/s, about 1m30s left");
    }

    @Test
    void tellsNoneWhereItIsNot() {
        assertThat(new ProgressLine(COUNTS, 100, OptionalLong.empty(), Duration.ofSeconds(10)).line())
                .isEqualTo("100: 90 cancelled, 10 completed anyway; 0 under way; 10.0/s");
    }

    @Test
    void beginsWithNothing() {
        assertThat(new ProgressLine(Map.of(), 3, OptionalLong.of(3), Duration.ZERO).line())
                .isEqualTo("0 of 3: nothing known yet; 3 under way; 0.0/s");
    }

    @Test
    void sumsUpNothing() {
        assertThat(new ProgressLine(Map.of(), 0, OptionalLong.of(0), Duration.ZERO).summary())
                .isEqualTo("0 in 0.0s: no names");
        assertThat(new ProgressLine(Map.of(), 2, OptionalLong.of(2), Duration.ofSeconds(1)).summary())
                .isEqualTo("0 in 1.0s: nothing known");
    }

    @Test
    void sumsUp() {
        assertThat(new ProgressLine(COUNTS, 100, OptionalLong.of(100), Duration.ofMillis(12_300)).summary())
                .isEqualTo("100 in 12.3s (8.1/s): 90 cancelled, 10 completed anyway");
    }
}
