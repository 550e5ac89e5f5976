// SPDX-License-Identifier: Apache-2.0
package dev.longrun.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A main source file is one idea: most fit on a screen. */
class FileSizeTest {
    private static final int LONGEST = 300;
    private static final int MEDIAN = 70;

    @Test
    void noMainSourceIsLong() {
        assertThat(Repository.mainSources())
                .as("main sources longer than %d lines; split them by idea", LONGEST)
                .filteredOn(path -> lines(path) > LONGEST)
                .isEmpty();
    }

    @Test
    void theMedianFitsOnAScreen() {
        List<Integer> sorted = Repository.mainSources().stream()
                .map(FileSizeTest::lines)
                .sorted()
                .toList();
        assertThat(sorted.get(sorted.size() / 2))
                .as("median lines of a main source")
                .isLessThanOrEqualTo(MEDIAN);
    }

    private static int lines(Path path) {
        return (int) Repository.read(path).lines().count();
    }
}
