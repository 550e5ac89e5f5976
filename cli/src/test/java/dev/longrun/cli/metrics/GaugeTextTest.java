// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaugeTextTest {

    @Test
    void aMetricHasItsHelpItsTypeAndItsSamples() {
        assertThat(new GaugeText()
                        .metric("jobs", "Jobs by kind.")
                        .sample(Map.of("kind", "a"), 3)
                        .sample(Map.of("kind", "b"), new BigDecimal("1E+3"))
                        .metric("age_seconds", "Age.")
                        .sample(Map.of(), new BigDecimal("0.250"))
                        .toString())
                .isEqualTo("""
                        # HELP jobs Jobs by kind.
                        # TYPE jobs gauge
                        jobs{kind="a"} 3
                        jobs{kind="b"} 1000
                        # HELP age_seconds Age.
                        # TYPE age_seconds gauge
                        age_seconds{} 0.250
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "'a\"b', 'a\\\"b'",
        "'a\\b', 'a\\\\b'",
        "'\"} 1\nevil 2', '\\\"} 1\\\\u000aevil 2'",
        "'\u001B[2J\u202E', '\\\\u001b[2J\\\\u202e'",
        "'größer', 'größer'"
    })
    void noLabelEndsItsQuotesOrItsLine(String hostile, String shown) {
        assertThat(new GaugeText()
                        .metric("m", "")
                        .sample(Map.of("kind", hostile), 1)
                        .toString())
                .endsWith("\nm{kind=\"" + shown + "\"} 1\n")
                .hasLineCount(3);
    }
}
