// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownOutputTest {
    @ParameterizedTest
    @CsvSource({
        "CANCELLED a 0.1s,    CANCELLED   a  0.1s,  '',    true",
        "CANCELLED a …,       CANCELLED   a  7.3s,  '',    true",
        "CANCELLED a …,       CANCELLED   b  7.3s,  '',    false",
        "'b\na',              'a\nb',               '',    true",
        "a,                   'a\nb',               '',    false",
        "'a\nb',              a,                    '',    false",
        "'HEAD\na',           a,                    HEAD,  true",
        "a,                   a,                    HEAD,  true",
        "'…\na',              'a\nb',               '',    true",
        "'',                  a,                    '',    false",
    })
    void allOfStdoutIsShownAndNothingThatWasNotPrinted(String shown, String stdout, String stderr, boolean matches) {
        assertThat(ShownOutput.matches(shown, stdout, stderr)).isEqualTo(matches);
    }
}
