// SPDX-License-Identifier: Apache-2.0
package dev.longrun.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.name.InvalidNameException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateExpandTest {
    private static final String CANCEL = "/v1/{name=projects/*/locations/*/operations/*}:cancel";
    private static final String PATTERN = "projects/*/locations/*/operations/*";
    private static final String L = "projects/p/locations/l/operations/";

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/{name} | a b | /v1/a%20b",
                "/v1/{name} | a+b | /v1/a%2Bb",
                "/v1/{name} | a~b | /v1/a~b",
                "/v1/{name} | a*b | /v1/a%2Ab",
                "/v1/{name} | a:b | /v1/a%3Ab",
                "/v1/{name} | a/b | /v1/a%2Fb",
                "/v1/{name} | %2F | /v1/%252F",
                "/v1/{name} | 100% | /v1/100%25",
                "/v1/{name} | é | /v1/%C3%A9",
                "/v1/{name} | \uD83D\uDE00 | /v1/%F0%9F%98%80",
                "/v1/{name} | (default) | /v1/%28default%29",
                "/v1/{name} | ... | /v1/...",
                CANCEL + " | projects/p/locations/l/operations/o | /v1/projects/p/locations/l/operations/o:cancel",
                CANCEL + " | projects/google.com:p/locations/l/operations/a b"
                        + " | /v1/projects/google.com%3Ap/locations/l/operations/a%20b:cancel",
                CANCEL + " | " + L + "x?y=1#f | /v1/" + L + "x%3Fy%3D1%23f:cancel",
                CANCEL + " | " + L + "a:cancel | /v1/" + L + "a%3Acancel:cancel",
                CANCEL + " | " + L + "a%2Fb | /v1/" + L + "a%252Fb:cancel",
                "/v1/{name=operations/**} | operations/a/b c | /v1/operations/a/b%20c",
                "/v1/{name=operations/**} | operations | /v1/operations",
                "/v1/{name=projects/*}/operations | projects/p | /v1/projects/p/operations",
                "/v2/{name=operations/projects/**}/operations | operations/projects/p/x"
                        + " | /v2/operations/projects/p/x/operations",
            })
    void aNameIsEncodedOnceAndOnlyInThePath(String template, String value, String expected) {
        assertThat(PathTemplate.parse(template).expand(value)).isEqualTo(expected);
        assertThat(PathTemplate.parse(template).expand(Map.of("name", value))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "my-op",
                "projects/p/locations/l/operations",
                "projects/p/locations/l/operations/",
                "projects/p/locations/l/operations/o/",
                "projects/p/locations/l/operations/o/x",
                "/projects/p/locations/l/operations/o",
                "projects//locations/l/operations/o",
                "projects/../locations/l/operations/o",
                "projects/./locations/l/operations/o",
                "projects/p/locations/l/operations/..",
                "projects/p/location/l/operations/o",
                "projects/p/locations/l/operation/o",
                "",
            })
    void aNameOfAnotherShapeIsRefusedWithPatternAndValue(String value) {
        assertThatThrownBy(() -> PathTemplate.parse(CANCEL).expand(value))
                .isInstanceOf(InvalidNameException.class)
                .hasMessageStartingWith("name must look like " + PATTERN + "; got \"" + value + '"');
    }

    @ParameterizedTest(name = "{0}")
    @NullAndEmptySource
    @ValueSource(strings = {".", "..", "a/../b", "/", "a//b"})
    void evenASingleSegmentIsNeverEmptyOrDots(String value) {
        assertThatThrownBy(() -> PathTemplate.parse("/v1/{name}").expand(value))
                .isInstanceOf(InvalidNameException.class)
                .hasMessageStartingWith("name must look like *; got " + (value == null ? "null" : '"' + value + '"'));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"a//b", "/a", "a/", "a/../b", ""})
    void manySegmentsAreCheckedOneByOne(String value) {
        assertThatThrownBy(() -> PathTemplate.parse("/v1/{name=**}:cancel").expand(value))
                .isInstanceOf(InvalidNameException.class)
                .hasMessageStartingWith("name must look like **; got \"" + value + '"');
    }

    @Nested
    class Messages {
        @Test
        void nameAnotherShapeOnly() {
            refuses("my-op", "name must look like projects/*/locations/*/operations/*; got \"my-op\"");
        }

        @Test
        void nameTheSegmentOnceTheStartFits() {
            refuses(
                    "projects/p/location/l/operations/o",
                    "name must look like projects/*/locations/*/operations/*; got \"projects/p/location/l/operations/o\""
                            + ": segment 3 is \"location\", expected \"locations\"");
        }

        @Test
        void nameAControlCharacterByItsNumber() {
            refuses(
                    L + "o\n",
                    "name must not contain control characters; got \"" + L + "o\\u000a\": U+000A at character 36");
        }

        @Test
        void nameHalfASurrogatePairByItsNumber() {
            refuses(
                    L + "\uD83D",
                    "name must be well-formed Unicode, without unpaired surrogates; got \"" + L
                            + "\\ud83d\": U+D83D at character 35");
        }

        @Test
        void keepTheSecretsOfAPastedUrl() {
            refuses(
                    "https://me:pw@h/v1/o?access_token=t0p",
                    "name must look like projects/*/locations/*/operations/*; got \"https://h/v1/o\"");
        }

        private void refuses(String value, String message) {
            assertThatThrownBy(() -> PathTemplate.parse(CANCEL).expand(value)).hasMessage(message);
        }
    }

    @Nested
    class SeveralVariables {
        private final PathTemplate template = PathTemplate.parse("/v1/{parent=projects/*}/things/{id}:do");

        @Test
        void areEachEncodedByTheirOwnPattern() {
            assertThat(template.expand(Map.of("parent", "projects/a b", "id", "x/y")))
                    .isEqualTo("/v1/projects/a%20b/things/x%2Fy:do");
        }

        @Test
        void areAllNeeded() {
            assertThatThrownBy(() -> template.expand(Map.of("parent", "projects/p")))
                    .hasMessage("template /v1/{parent=projects/*}/things/{id}:do takes values for [parent, id];"
                            + " got values for [parent]");
        }

        @Test
        void cannotShareOneValue() {
            assertThatThrownBy(() -> template.expand("x"))
                    .hasMessage("template /v1/{parent=projects/*}/things/{id}:do takes values for [parent, id];"
                            + " got the single value \"x\"");
        }
    }

    @Test
    void aTemplateWithoutVariablesExpandsToItself() {
        assertThat(PathTemplate.parse("/v1/operations").expand(Map.of())).isEqualTo("/v1/operations");
    }

    @Test
    void aWildcardOutsideOfAVariableHasNoValue() {
        assertThatThrownBy(() -> PathTemplate.parse("/v1/*/{name}").expand("x"))
                .isInstanceOf(InvalidNameException.class)
                .hasMessage("template /v1/*/{name} has a wildcard outside of a variable; it can match, but not expand");
    }

    @Test
    void theFirstBindingThatMatchesIsTheOneToExpand() {
        List<PathTemplate> bindings = List.of(
                PathTemplate.parse("/v1/{name=projects/*/operations/*}"),
                PathTemplate.parse("/v1/{name=projects/*/locations/*/operations/*}"));
        assertThat(bindings.stream().filter(b -> b.matches(L + "o")).map(b -> b.expand(L + "o")))
                .containsExactly("/v1/projects/p/locations/l/operations/o");
    }
}
