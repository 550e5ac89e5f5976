// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationConverterTest {
    private final DurationConverter converter = new DurationConverter();

    @ParameterizedTest
    @CsvSource({
        "500ms, PT0.5S",
        "1.5s, PT1.5S",
        "30s, PT30S",
        "5m, PT5M",
        "1h30m, PT1H30M",
        "2d, PT48H",
        "PT5M, PT5M",
        "999999999d, PT23999999976H"
    })
    void converts(String text, Duration duration) {
        assertThat(converter.convert(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "-PT1S", "PT0S"})
    void rejectsWhatIsNotLongerThanZero(String text) {
        assertThatThrownBy(() -> converter.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("expected a duration longer than zero, such as 30s, 1h30m or 500ms; got \"" + text + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-1s", "1", "1x", "s", "1m1h", "9999999999d", "1,5s", "P", "PT9999999999999999H"})
    void rejectsOtherForms(String text) {
        assertThatThrownBy(() -> converter.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("a duration must look like 500ms, 1.5s, 90s, 1h30m, 2d or PT1H30M; got \"" + text + '"');
    }
}
