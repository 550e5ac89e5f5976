// SPDX-License-Identifier: Apache-2.0
package dev.longrun.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each promise of SECURITY.md names the test that holds it. */
class SecurityDocumentTest {
    private static final String TEXT = Repository.read(Path.of("SECURITY.md"));
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)`");
    private static final Set<String> PROMISES =
            Set.of("What a token travels over", "What is bounded", "What is hidden");

    @Test
    void theTestsThatItNamesExist() throws IOException {
        assertThat(names(TEXT)).hasSizeGreaterThan(10);
        assertThat(testClasses()).containsAll(names(TEXT));
    }

    @Test
    void everyPromiseNamesATest() {
        List<String> promises = Stream.of(TEXT.split("\n## "))
                .filter(section -> PROMISES.contains(section.lines().findFirst().orElse("")))
                .flatMap(section -> Stream.of(section.split("\n- ")).skip(1))
                .toList();
        assertThat(promises)
                .hasSizeGreaterThan(10)
                .allSatisfy(promise -> assertThat(names(promise)).isNotEmpty());
    }

    private static Set<String> names(String text) {
        return TEST.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> testClasses() throws IOException {
        try (Stream<Path> files = Files.walk(Repository.ROOT)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith("Test.java"))
                    .map(file -> file.substring(0, file.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
