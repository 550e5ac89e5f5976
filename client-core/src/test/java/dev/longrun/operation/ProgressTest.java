// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "40.4 | - | - | -  | 40 %",
                "99.6 | 1 | 2 | 3  | 100 %",
                "0    | - | - | -  | 0 %",
                "-    | 12| 1 | 30 | 12 of 30, 1 failed",
                "-    | 12| 0 | 30 | 12 of 30",
                "-    | 12| - | -  | 12",
                "-    | - | - | 30 | ? of 30",
                "-    | - | 3 | 30 | ? of 30, 3 failed",
                "-    | - | 3 | -  | 3 failed",
                "-    | - | - | -  | ''",
            })
    void isSaidInAFewWords(Double percent, Long done, Long failed, Long total, String said) {
        var progress = new OperationInfo.Progress(new OperationDialect.Amounts(
                percent == null ? OptionalDouble.empty() : OptionalDouble.of(percent),
                count(done),
                count(failed),
                count(total)));
        assertThat(progress.describe()).isEqualTo(said);
    }

    private static OptionalLong count(Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
