// SPDX-License-Identifier: Apache-2.0
package dev.longrun.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "'',      '',      true",
        "'',      a,       false",
        "*,       '',      true",
        "*,       a/b,     true",
        "a*c,     abbc,    true",
        "a*c,     abcd,    false",
        "*b*b,    abab,    true",
        "a?c,     abc,     true",
        "a?c,     ac,      false",
        "a.c,     abc,     false",
        "[a],     a,       false",
        "a**,     a,       true",
        "*/x,     a/b/x,   true",
    })
    void onlyStarAndQuestionMarkMeanMore(String glob, String text, boolean matches) {
        assertThat(new Glob(glob).matches(text)).isEqualTo(matches);
    }

    @Test
    void manyStarsTakeNoLongerThanTheyShould() {
        Glob hard = new Glob("*a".repeat(500) + "b");

        Assertions.assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThat(hard.matches("a".repeat(5_000))).isFalse());
    }
}
