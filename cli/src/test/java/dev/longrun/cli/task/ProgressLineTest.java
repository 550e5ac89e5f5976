// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.json.JsonObject;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressLineTest {
    private static final Map<String, Long> COUNTS = new TreeMap<>(Map.of("CANCELLED", 90L, "COMPLETED_ANYWAY", 10L));
    private static final OperationName NAME =
            ServiceRegistry.load().operation("file", "projects/p/locations/l/operations/o");
    private static final Optional<Operation> AT_40 =
            Optional.of(Operation.read(NAME, JsonObject.parse("{\"metadata\":{\"progressPercent\":40}}")));

    @Test
    void ofManyNamesHasRateAndTimeLeft() {
        assertThat(line(COUNTS, 120, OptionalLong.of(1_000), Duration.ofSeconds(10)))
                .isEqualTo("waiting for 900 of 1000 operations (20 in flight), 10.0s so far;"
                        + " 90 cancelled, 10 completed anyway; 10.0/s, about 1m 30s left");
    }

    @Test
    void withoutATotalHasNoTimeLeft() {
        assertThat(line(COUNTS, 101, OptionalLong.empty(), Duration.ofSeconds(10)))
                .isEqualTo("waiting for 1 operation, 10.0s so far; 90 cancelled, 10 completed anyway; 10.0/s");
    }

    @Test
    void beforeTheFirstResultHasTheTimeOnly() {
        assertThat(line(Map.of(), 3_000, OptionalLong.of(3_000), Duration.ofSeconds(1)))
                .isEqualTo("waiting for 3000 of 3000 operations, 1.0s so far");
    }

    @Test
    void ofFewNamesShowsTheNewestSnapshot() {
        assertThat(new ProgressLine(Map.of("CANCELLED", 2L), 5, OptionalLong.of(5), Duration.ofSeconds(12), "", AT_40)
                        .line())
                .isEqualTo("waiting for 3 of 5 operations, 12.0s so far; 2 cancelled; o runs, at 40 %");
        assertThat(new ProgressLine(Map.of(), 21, OptionalLong.of(21), Duration.ofSeconds(12), "", AT_40).line())
                .isEqualTo("waiting for 21 of 21 operations, 12.0s so far");
    }

    @Test
    void showsAnErrorInPlaceOfASnapshot() {
        assertThat(new ProgressLine(Map.of(), 1, OptionalLong.of(1), Duration.ofSeconds(12), "http://h: 503", AT_40)
                        .line())
                .isEqualTo("waiting for 1 operation, 12.0s so far; http://h: 503");
    }

    @Test
    void sumsUpNothing() {
        assertThat(summary(Map.of(), 0, Duration.ZERO)).isEqualTo("0 in 0.0s: no names");
        assertThat(summary(Map.of(), 2, Duration.ofSeconds(1))).isEqualTo("0 in 1.0s: no results");
    }

    @Test
    void sumsUp() {
        assertThat(summary(COUNTS, 100, Duration.ofMillis(12_300)))
                .isEqualTo("100 in 12.3s (8.1/s): 90 cancelled, 10 completed anyway");
    }

    private static String line(Map<String, Long> counts, long taken, OptionalLong total, Duration elapsed) {
        return new ProgressLine(counts, taken, total, elapsed, "", Optional.empty()).line();
    }

    private static String summary(Map<String, Long> counts, long taken, Duration elapsed) {
        return new ProgressLine(counts, taken, OptionalLong.of(taken), elapsed, "", Optional.empty()).summary();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1 | 1 cancelled, 1 error", "2 | 1 cancelled, 2 errors", "21 | 1 cancelled, 21 errors"})
    void countsErrorsInTheRightNumber(long errors, String labels) {
        Map<String, Long> counts = new TreeMap<>(Map.of("CANCELLED", 1L, "ERROR", errors));
        assertThat(new ProgressLine(counts, 1, OptionalLong.of(1), Duration.ofSeconds(1), "", Optional.empty())
                        .summary())
                .endsWith(": " + labels);
    }
}
