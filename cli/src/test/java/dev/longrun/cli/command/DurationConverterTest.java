// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationConverterTest {
    private final DurationConverter spans = new DurationConverter();

    @ParameterizedTest
    @CsvSource({
        "30s, PT30S",
        "1.5s, PT1.5S",
        "5m, PT5M",
        "2h, PT2H",
        "1h30m, PT1H30M",
        "1m30s, PT1M30S",
        "500ms, PT0.5S",
        "1s500ms, PT1.5S",
        "5M, PT5M",
        "PT30S, PT30S",
        "pt2m, PT2M",
        "P1D, PT24H",
        "10000d, PT240000H",
        "1d2h, PT26H",
        "999999999h, PT999999999H"
    })
    void reads(String text, Duration span) {
        assertThat(spans.convert(text)).isEqualTo(span);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "0s",
                "-1s",
                "PT-1S",
                "1",
                "1x",
                "s",
                "1m1h",
                "1h1d",
                "9999999999d",
                "1,5s",
                "P",
                "PT9999999999999999H"
            })
    void refuses(String text) {
        assertThatThrownBy(() -> spans.convert(text))
                .hasMessage("expected a time longer than zero, each number (at most 999999999) with its unit"
                        + " (d, h, m, s or ms), such as 30s, 5m, 1h30m or PT30S; got \"" + text + '"');
    }
}
