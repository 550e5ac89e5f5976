// SPDX-License-Identifier: Apache-2.0
package dev.longrun.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTemplateMatchTest {

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/{name} | /v1/a+b | a+b",
                "/v1/{name} | /v1/a%2Fb | a/b",
                "/v1/{name} | /v1/a%2fb%20c | a/b c",
                "/v1/{name} | /v1/%C3%A9 | é",
                "/v1/{name} | /v1/a:b | a:b",
                "/v1/{name=**} | /v1/a%2Fb/c | a%2Fb/c",
                "/v1/{name=**} | /v1/a%2fb/c%20d | a%2fb/c d",
                "/v1/{name=operations/**} | /v1/operations | operations",
                "/v1/{name=operations/**} | /v1/operations/a/b | operations/a/b",
                "/v1/{name=projects/*/operations/*} | /v1/projects/p/operations/o:cancel | projects/p/operations/o:cancel",
                "/v1/{name=projects/*/operations/*}:cancel | /v1/projects/p/operations/o:cancel | projects/p/operations/o",
                "/v1/{name=projects/*/operations/*}:cancel | /v1/projects/p/operations/o:cancel:cancel"
                        + " | projects/p/operations/o:cancel",
                "/v1/{name=projects/*/operations/*}:cancel | /v1/projects/p/operations/o%3Acancel:cancel"
                        + " | projects/p/operations/o:cancel",
                "/v1/{name=projects/*}/operations | /v1/projects/p/operations | projects/p",
                "/v2/{name=operations/projects/**}/operations | /v2/operations/projects/operations | operations/projects",
                "/v2/{name=operations/projects/**}/operations | /v2/operations/projects/p/x/operations"
                        + " | operations/projects/p/x",
                "/v1/*/{name} | /v1/x/a | a",
                "/{name=*/*/**}/x | /a/b/x | a/b",
            })
    void aPathGivesTheNameItWasMadeOf(String template, String path, String name) {
        assertThat(PathTemplate.parse(template).match(path)).contains(Map.of("name", name));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "/v1/{name} | /v1/100%",
                "/v1/{name} | /v1/%zz",
                "/v1/{name} | /v1/%FF",
                "/v1/{name} | /v1/%ED%A0%80",
                "/v1/{name} | /v1/a%00",
                "/v1/{name} | /v1/",
                "/v1/{name} | /v1",
                "/v1/{name} | /v2/a",
                "/v1/{name} | v1/a",
                "/v1/{name} | ^^",
                "/v1/{name} | /",
                "/v1/{name} | /v1/a/b",
                "/v1/{name} | /v1/a/",
                "/v1/{name} | //v1/a",
                "/v1/{name} | /v1/..",
                "/v1/{name} | /v1/%2e%2E",
                "/v1/{name} | /v1/a%2F..%2Fb",
                "/v1/{name} | /v1/a?b",
                "/v1/{name} | /v1/a#b",
                "/v1/{name}:cancel | /v1/a",
                "/v1/{name}:cancel | /v1/:cancel",
                "/v1/{name}:cancel | /v1/a%3Acancel",
                "/v1/{name}:cancel | /v1/a:cancel:x",
                "/v1/{name}:cancel | /:cancel",
                "/v1/{name=projects/*} | /v1/projects/",
                "/v1/{name=projects/*} | /v1/projects//",
                "/v1/{name=projects/*} | /v1/projects",
                "/v1/{name=projects/*} | /v1/project/p",
                "/v1/{name=**} | /v1",
                "/v1/{name=**} | /v1/",
                "/v1/{name=**} | /v1/a//b",
                "/v1/{name=**} | /v1/a/%2E%2E/b",
                "/v1/{name=operations/**} | /v1/operations/",
                "/v2/{name=operations/projects/**}/operations | /v2/operations/projects",
                "/v1/operations | /v1/operations/",
                "/v1/operations | /v1/operations:cancel",
            })
    void aPathOfAnotherBindingDoesNotMatchAndDoesNotThrow(String template, String path) {
        assertThat(PathTemplate.parse(template).match(path)).isEmpty();
    }

    @Test
    void aTemplateWithoutVariablesMatchesWithNoValues() {
        assertThat(PathTemplate.parse("/v1/operations").match("/v1/operations")).contains(Map.of());
    }

    @Test
    void severalVariablesAreEachDecodedByTheirOwnPattern() {
        assertThat(PathTemplate.parse("/v1/{parent=projects/*}/things/{id}").match("/v1/projects/a%2Fb/things/a%2Fb"))
                .contains(Map.of("parent", "projects/a%2Fb", "id", "a/b"));
    }

    @ParameterizedTest(name = "{1} fits {0}: {2}")
    @CsvSource(
            quoteCharacter = '^',
            value = {
                "/v1/{name=projects/*}, projects/p, true",
                "/v1/{name=projects/*}, projects/, false",
                "/v1/{name=projects/*}, projects//, false",
                "/v1/{name=projects/*}, projects, false",
                "/v1/{name=projects/*}, projects/p/x, false",
                "/v1/{name=projects/*}, projects/.., false",
                "/v1/{name=projects/*/operations/*}:cancel, projects/p/operations/o:cancel, true",
                "/v1/{name=operations/**}, operations, true",
                "/v1/{name=operations/**}, operations/a/b, true",
                "/v1/{name=operations/**}, operations/, false",
                "/v1/{name=operations/**}, operationsx, false",
                "/v1/{name=**}, ^^, false",
                "/v1/{name}, a, true",
                "/v1/{name}, a/b, false",
                "/v1/{name}, ^^, false",
            })
    void aResourceNameIsComparedAsItIsAndNotDecoded(String template, String name, boolean fits) {
        assertThat(PathTemplate.parse(template).matches(name)).isEqualTo(fits);
    }
}
