// SPDX-License-Identifier: Apache-2.0
package dev.longrun.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountedTest {

    @ParameterizedTest
    @CsvSource({"0, 0 errors, 0 entries", "1, 1 error, 1 entry", "2, 2 errors, 2 entries", "21, 21 errors, 21 entries"})
    void onlyOneIsSingular(long count, String regular, String irregular) {
        assertThat(Counted.of(count, "error")).isEqualTo(regular);
        assertThat(Counted.of(count, "entry", "entries")).isEqualTo(irregular);
    }
}
