// SPDX-License-Identifier: Apache-2.0
package dev.longrun.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No text depends on the locale of the machine: numbers in messages have ASCII digits, and case does not change by
 * Turkish rules. {@code formatted} is for {@code %s} only, which takes no digits from the locale.
 */
class LocaleFreeTextTest {
    private static final Pattern DEPENDS = Pattern.compile(
            "\\.to(?:Lower|Upper)Case\\(\\)|\\bNumberFormat\\b|MessageFormat|\\.printf\\(|DateTimeFormatter\\.ofPattern\\([^,]*\\)");
    private static final Pattern NUMBER = Pattern.compile("%(?:\\d+\\$)?[-+#0, (]*\\d*(?:\\.\\d+)?[dfgeEGxXotT]\\b");

    @Test
    void noMainSourceFormatsByTheLocaleOfTheMachine() {
        List<String> found = Repository.mainSources().stream()
                .filter(source -> !source.startsWith("benchmarks")) // whose tables only developers read
                .flatMap(LocaleFreeTextTest::statements)
                .toList();
        assertThat(found).isEmpty();
    }

    private static Stream<String> statements(Path source) {
        return Pattern.compile(";|(?m)^\\s*(?:/?\\*|//).*$")
                .splitAsStream(Repository.read(source))
                .filter(statement -> DEPENDS.matcher(statement).find()
                        || NUMBER.matcher(statement).find() && !statement.contains("Locale.ROOT"))
                .map(statement -> source + ": " + statement.strip());
    }
}
