// SPDX-License-Identifier: Apache-2.0
package dev.longrun.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.binding.DocumentedTemplates;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                "projects/*/locations/* | projects/p/location/l | segment 3 is \"location\", expected \"locations\"",
                "projects/*/locations/* | projects/p/locations | segment 4 is missing, expected an id",
                "projects/*/locations/* | projects/p | segment 3 is missing, expected \"locations\"",
                "projects/*/locations/* | projects/p/locations/l/x | segment 5, \"x\", is one too many",
                "projects/*/locations/* | projects//locations/l | segment 2 is missing, expected an id",
                "projects/*/locations/* | projects/../locations/l | segment 2 is \"..\", expected an id",
                "operations/** | operation/o | segment 1 is \"operation\", expected \"operations\"",
                "operations/** | operations/ | segment 2 is missing, expected an id",
            })
    void theFirstSegmentThatDiffersIsNamed(String pattern, String name, String expected) {
        assertThat(NamePattern.parse(pattern).mismatch(name)).contains(expected);
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
        assertThat(NamePattern.nearest(FILESTORE, name)).contains(NamePattern.parse(pattern));
    }

    @Test
    void aRefusalNamesPatternAndValueAndTheSegmentOnceTheStartFits() {
        NamePattern pattern = NamePattern.parse("projects/*/operations/*");
        assertThat(pattern.refusal("file v1 cancel: name", "my-op"))
                .isEqualTo("file v1 cancel: name must look like projects/*/operations/*; got \"my-op\"");
        assertThat(pattern.refusal("name", "projects/p/operation/o"))
                .isEqualTo("name must look like projects/*/operations/*; got \"projects/p/operation/o\""
                        + ": segment 3 is \"operation\", expected \"operations\"");
    }

    @Test
    void whatMatchesHasNoMismatch() {
        assertThat(NamePattern.parse("projects/*").mismatch("projects/p")).isEmpty();
        assertThat(NamePattern.nearest(FILESTORE, "projects/p/operations/o")).isEmpty();
        assertThat(NamePattern.nearest(List.of(), "projects/p")).isEmpty();
    }

    @Test
    void aMismatchIsFoundExactlyWhereThereIsOne() {
        List<NamePattern> all = DocumentedTemplates.patterns();
        for (NamePattern pattern : all) {
            String name = pattern.toString().replace("**", "a/b").replace("*", "x");
            for (NamePattern other : all) {
                double distance = PatternMismatch.of(other, name).distance();
                assertThat(distance == 0).as("%s against %s", name, other).isEqualTo(other.matches(name));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "projects/", "projects//x", "projects/..", "operations/**/x", "**/**"})
    void aTextOfAnotherFormIsNoPattern(String text) {
        assertThatThrownBy(() -> NamePattern.parse(text))
                .isInstanceOf(InvalidNameException.class)
                .hasMessageStartingWith("a pattern must look like projects/*/operations/* or operations/**; got ");
    }

    @Test
    void patternsAreEqualWhenWrittenAlike() {
        assertThat(NamePattern.parse("projects/*"))
                .isEqualTo(NamePattern.parse("projects/*"))
                .hasSameHashCodeAs(NamePattern.parse("projects/*"));
        assertThat(NamePattern.parse("projects/*")).isNotEqualTo(NamePattern.parse("projects/**"));
        assertThat(NamePattern.parse("projects/*").segments()).containsExactly("projects", "*");
    }

    private static List<NamePattern> patterns(String... patterns) {
        return Stream.of(patterns).map(NamePattern::parse).toList();
    }
}
