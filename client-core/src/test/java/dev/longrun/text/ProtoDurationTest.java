// SPDX-License-Identifier: Apache-2.0
package dev.longrun.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtoDurationTest {

    @ParameterizedTest
    @CsvSource({
        "0s, PT0S",
        "3s, PT3S",
        "3.5s, PT3.5S",
        "100s, PT1M40S",
        "0.000000001s, PT0.000000001S",
        "-0.25s, PT-0.25S",
        "-1.000000001s, PT-1.000000001S",
        "315576000000s, PT87660000H"
    })
    void isReadAndWritten(String text, Duration duration) {
        assertThat(ProtoDuration.parse(text)).contains(duration);
        assertThat(ProtoDuration.format(duration)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"1.500s, PT1.5S", "007s, PT7S", "-0s, PT0S", "0.000s, PT0S"})
    void isReadWithMoreDigitsThanItTakes(String text, Duration duration) {
        assertThat(ProtoDuration.parse(text)).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "s",
                "3",
                "3.s",
                ".5s",
                "3,5s",
                "+3s",
                " 3s",
                "3s ",
                "3S",
                "1e3s",
                "1.0000000001s",
                "٣s",
                "9999999999999s",
                "PT3S",
                "--3s"
            })
    void isNothingElse(String text) {
        assertThat(ProtoDuration.parse(text)).isEmpty();
    }
}
