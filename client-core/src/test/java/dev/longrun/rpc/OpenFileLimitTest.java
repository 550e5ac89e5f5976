// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenFileLimitTest {

    @ParameterizedTest
    @CsvSource({"8, 2", "64, 8", "256, 32", "1024, 64", "1048576, 64", "unlimited, 64"})
    void allowsAnEighthForConnections(String limit, int connections) {
        String limits = "Limit                     Soft Limit           Hard Limit           Units\n"
                + "Max processes             25                   25                   processes\n"
                + "Max open files            " + limit + "                   " + limit + "                   files\n";
        assertThat(OpenFileLimit.connections(limits, 64)).isEqualTo(connections);
    }

    @ParameterizedTest
    @CsvSource("''")
    void isNotKnownEverywhere(String limits) {
        assertThat(OpenFileLimit.connections(limits, 64)).isEqualTo(64);
    }
}
