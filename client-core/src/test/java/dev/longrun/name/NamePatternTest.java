// SPDX-License-Identifier: Apache-2.0
package dev.longrun.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {
    private static final List<NamePattern> FILESTORE = patterns(
            "projects/*/operations/*",
            "projects/*/locations/*/operations/*",
            "projects/*/locations/*/endpoints/*/operations/*",
            "projects/*/locations/*/datasets/*/operations/*");

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "projects/*/locations/* | projects/p/location/l | segment 3 is \"location\", expected \"locations\" | 3",
                "projects/*/locations/* | projects/p/locations | segment 4 is missing, expected an id | 3",
                "projects/*/locations/* | projects/p | segment 3 is missing, expected \"locations\" | 2",
                "projects/*/locations/* | projects/p/locations/l/x | segment 5, \"x\", is one too many | 4",
                "projects/*/locations/* | projects//locations/l | segment 2 is missing, expected an id | 3",
                "projects/*/locations/* | projects/../locations/l | segment 2 is \"..\", expected an id | 3",
                "operations/** | operation/o | segment 1 is \"operation\", expected \"operations\" | 1",
                "operations/** | operations/ | segment 2 is missing, expected an id | 1",
            })
    void theFirstSegmentThatDiffersIsNamed(String pattern, String name, String expected, int agreeing) {
        PatternMismatch mismatch = pattern(pattern).mismatch(name).orElseThrow();
        assertThat(mismatch.describe()).isEqualTo(expected);
        assertThat(mismatch.agreeing()).isEqualTo(agreeing);
        assertThat(mismatch.didYouMean()).isEqualTo("did you mean " + pattern + ": " + expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "projects/p/location/l/operations/o, projects/*/locations/*/operations/*",
        "projects/p/locations/l/operation/o, projects/*/locations/*/operations/*",
        "projects/p/locations/l/operations, projects/*/locations/*/operations/*",
        "projects/p/locations/l/endpoint/e/operations/o, projects/*/locations/*/endpoints/*/operations/*",
        "projects/p/locations/l/dataset/d/operations/o, projects/*/locations/*/datasets/*/operations/*",
        "project/p/operations/o, projects/*/operations/*",
        "my-op, projects/*/operations/*",
    })
    void theNearestPatternIsTheOneThatWasProbablyMeant(String name, String pattern) {
        assertThat(NamePattern.nearest(FILESTORE, name))
                .map(mismatch -> mismatch.pattern().toString())
                .contains(pattern);
    }

    @Test
    void aRefusalNamesPatternAndValueAndTheSegmentOnceTheStartFits() {
        NamePattern pattern = pattern("projects/*/operations/*");
        assertThat(pattern.mismatch("my-op").orElseThrow().refusal("file v1 cancel: name"))
                .isEqualTo("file v1 cancel: name must look like projects/*/operations/*; got \"my-op\"");
        assertThat(pattern.mismatch("projects/p/operation/o").orElseThrow().refusal("name"))
                .isEqualTo("name must look like projects/*/operations/*; got \"projects/p/operation/o\""
                        + ": segment 3 is \"operation\", expected \"operations\"");
    }

    @Test
    void whatMatchesHasNoMismatch() {
        assertThat(pattern("projects/*").mismatch("projects/p")).isEmpty();
        assertThat(NamePattern.nearest(FILESTORE, "projects/p/operations/o")).isEmpty();
        assertThat(NamePattern.nearest(List.of(), "projects/p")).isEmpty();
    }

    @Test
    void aMismatchIsFoundExactlyWhereThereIsOne() {
        List<NamePattern> all = DocumentedTemplates.all().stream()
                .flatMap(t -> PathTemplate.parse(t).pattern().stream())
                .distinct()
                .toList();
        for (NamePattern pattern : all) {
            String name = pattern.toString().replace("**", "a/b").replace("*", "x");
            for (NamePattern other : all) {
                double distance = PatternMismatch.of(other, name).distance();
                assertThat(distance == 0).as("%s against %s", name, other).isEqualTo(other.matches(name));
            }
        }
    }

    @Test
    void patternsAreEqualWhenWrittenAlike() {
        assertThat(pattern("projects/*")).isEqualTo(pattern("projects/*")).hasSameHashCodeAs(pattern("projects/*"));
        assertThat(pattern("projects/*")).isNotEqualTo(pattern("projects/**"));
        assertThat(pattern("projects/*").segments()).containsExactly("projects", "*");
    }

    private static List<NamePattern> patterns(String... patterns) {
        return Stream.of(patterns).map(NamePatternTest::pattern).toList();
    }

    private static NamePattern pattern(String pattern) {
        return PathTemplate.parse("/v1/{name=" + pattern + "}").pattern().orElseThrow();
    }
}
