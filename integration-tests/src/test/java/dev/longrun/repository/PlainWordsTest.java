// SPDX-License-Identifier: Apache-2.0
package dev.longrun.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Comments, messages and documents name their subject with a noun. The words below mark sentences without one, and
 * archaic ones.
 */
class PlainWordsTest {
    private static final Pattern BANNED =
            Pattern.compile("\\b(who|whoever|nobody|somebody|anew|shall|be it)\\b", Pattern.CASE_INSENSITIVE);

    /** Right English for a person, by file: a part of the line that may stand. */
    private static final Map<String, List<String>> ALLOWED =
            Map.of("integration-tests/src/test/java/dev/longrun/repository/PlainWordsTest.java", List.of("whoever"));

    private static final Pattern NAME_OF_A_TEST = Pattern.compile("\\bvoid (\\w+)\\(");

    @Test
    void sentencesNameTheirSubject() {
        assertThat(lines())
                .as(
                        "lines with a word of %s in comments, strings and documents. Say \"the caller\", \"the thread\","
                                + " \"the request\" instead; a person may be listed in PlainWordsTest.ALLOWED",
                        BANNED)
                .isEmpty();
    }

    private static List<String> lines() {
        return Stream.of(
                        Repository.mainSources().stream()
                                .flatMap(path -> found(path, JavaText.of(Repository.read(path)))),
                        Repository.testSources().stream().flatMap(path -> {
                            String source = Repository.read(path);
                            return Stream.concat(found(path, JavaText.of(source)), found(path, namesOfTests(source)));
                        }),
                        Repository.documents().stream().flatMap(path -> found(path, Repository.read(path))))
                .flatMap(lines -> lines)
                .toList();
    }

    /** The names of the tests in words, each in its line. */
    private static String namesOfTests(String source) {
        return source.lines()
                .map(line -> {
                    Matcher name = NAME_OF_A_TEST.matcher(line);
                    return name.find() ? name.group(1).replaceAll("(?=[A-Z])", " ") : "";
                })
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> found(Path path, String text) {
        String[] lines = text.split("\n", -1);
        List<String> allowed = ALLOWED.getOrDefault(path.toString(), List.of());
        return IntStream.range(0, lines.length)
                .filter(i -> BANNED.matcher(lines[i]).find())
                .filter(i -> allowed.stream().noneMatch(lines[i]::contains))
                .mapToObj(i -> path + ":" + (i + 1) + ": " + lines[i].strip());
    }

    public static void main(String[] arguments) {
        lines().forEach(System.out::println);
    }
}
