// SPDX-License-Identifier: Apache-2.0
package dev.longrun.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "500ms,      PT0.5S",
        "1.5s,       PT1.5S",
        "90s,        PT1M30S",
        "15m,        PT15M",
        "1h30m,      PT1H30M",
        "1.5h,       PT1H30M",
        "2d,         PT48H",
        "1d2h3m4s5ms, PT26H3M4.005S",
        "2D,         PT48H",
        "' 1m ',     PT1M",
        "0s,         PT0S",
        "0.000000001s, PT0.000000001S",
        "PT1H,       PT1H",
        "pt0.5s,     PT0.5S",
        "P1DT1H,     PT25H",
        "-PT1S,      PT-1S",
    })
    void areReadInTheFormsThatPeopleWrite(String text, Duration duration) {
        assertThat(Durations.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "1", "1x", "s", "1s1h", "1s1s", "1 h", "-1s", ".5s", "1.s", "1w", "PT", "9999999999s"})
    void areRefusedInOthers(String text) {
        assertThatThrownBy(() -> Durations.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a duration must look like 500ms, 1.5s, 90s, 1h30m, 2d or PT1H30M; got \"" + text + '"');
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S,      0s",
        "PT0.0004S, 0s",
        "PT0.5S,    500ms",
        "PT1.5S,    1s 500ms",
        "PT1M30S,   1m 30s",
        "PT1H,      1h",
        "PT1H0.5S,  1h",
        "PT51H,     2d 3h",
        "PT51H59M,  2d 3h",
        "PT-90S,    -1m 30s",
    })
    void areWrittenWithTheirTwoLargestUnits(Duration duration, String text) {
        assertThat(Durations.format(duration)).isEqualTo(text);
    }
}
