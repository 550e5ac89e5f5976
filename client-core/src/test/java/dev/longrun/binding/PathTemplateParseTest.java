// SPDX-License-Identifier: Apache-2.0
package dev.longrun.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.name.InvalidNameException;
import dev.longrun.name.NamePattern;
import dev.longrun.text.SafeText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateParseTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/v1/{name}, name, *, ''",
        "/v1/{name=*}, name, *, ''",
        "/v1/{name=**}:cancel, name, **, cancel",
        "/v1/{name=operations/**}, name, operations/**, ''",
        "/v1/{name=projects/*/locations/*/operations/*}:cancel, name, projects/*/locations/*/operations/*, cancel",
        "/v1/{name=projects/*/locations/*}/operations, name, projects/*/locations/*, ''",
        "/v2/{name=operations/projects/**}/operations, name, operations/projects/**, ''",
        "/v1/admin/{operation.name=operations/*}, operation.name, operations/*, ''",
    })
    void aVariableAVerbAndLiteralsAreRead(String text, String variable, String pattern, String verb) {
        PathTemplate template = PathTemplate.parse(text);
        assertThat(template.variables()).containsExactly(variable);
        assertThat(template.variablePattern(variable)).isEqualTo(pattern);
        assertThat(template.pattern()).map(NamePattern::toString).contains(pattern);
        assertThat(template.verb().orElse("")).isEqualTo(verb);
        assertThat(template)
                .hasToString(text)
                .isEqualTo(PathTemplate.parse(text))
                .hasSameHashCodeAs(PathTemplate.parse(text));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/v1/operations", "/v1/*", "/v1/*/operations", "/v1/**", "/v1:batch", "/v1/a.b_c~d-e"})
    void aTemplateNeedsNoVariable(String text) {
        PathTemplate template = PathTemplate.parse(text);
        assertThat(template.variables()).isEmpty();
        assertThat(template.pattern()).isEmpty();
        assertThat(template.matches("operations/o")).isFalse();
    }

    @Test
    void variablesKeepTheirOrder() {
        PathTemplate template = PathTemplate.parse("/v1/{parent=projects/*}/things/{id}");
        assertThat(template.variables()).isEqualTo(List.of("parent", "id"));
        assertThat(template.pattern()).isEmpty();
        assertThatThrownBy(() -> template.variablePattern("nam"))
                .isInstanceOf(InvalidNameException.class)
                .hasMessage("template /v1/{parent=projects/*}/things/{id} has variables [parent, id]; got \"nam\"");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "^^ | the end: a template begins with /",
                "v1 | ^\"v\" at character 1: a template begins with /^",
                "/ | the end: a segment is missing, expected characters of A-Z a-z 0-9 - . _ ~",
                "/a//b | ^\"/\" at character 4: a segment is missing^",
                "/a/ | the end: a segment is missing",
                "/a/../b | ^\".\" at character 4: a segment cannot be ..^",
                "/a/. | ^\".\" at character 4: a segment cannot be .^",
                "/{ | the end: a variable has a name, such as name or operation.name",
                "/{a | the end: a variable ends with }",
                "/a} | ^\"}\" at character 3: a segment or verb ends here, expected / or : or the end^",
                "/{} | ^\"}\" at character 3: a variable has a name^",
                "/{=a} | ^\"=\" at character 3: a variable has a name^",
                "/{a.} | ^\"a\" at character 3: a variable has a name^",
                "/{1a} | ^\"1\" at character 3: a variable has a name^",
                "/{a-b} | ^\"a\" at character 3: a variable has a name^",
                "/{a=} | ^\"}\" at character 5: a segment is missing^",
                "/{a=b/} | ^\"}\" at character 7: a segment is missing^",
                "/{a={b}} | ^\"{\" at character 5: a variable cannot hold another^",
                "/{a}{b} | ^\"{\" at character 5: a segment or verb ends here^",
                "/{a}b | ^\"b\" at character 5: a segment or verb ends here^",
                "/a{b} | ^\"{\" at character 3: a segment or verb ends here^",
                "/*** | ^\"*\" at character 4: a wildcard, * or **, is a segment by itself^",
                "/a* | ^\"*\" at character 3: a wildcard, * or **, is a segment by itself^",
                "/*a | ^\"a\" at character 3: a segment or verb ends here^",
                "/{a}/{a} | ^\"a\" at character 7: the variable a is there twice^",
                "/**/** | ^\"*\" at character 5: nothing but literals after its variable may follow **^",
                "/{a=**}/{b=**} | ^\"*\" at character 12: nothing but literals after its variable may follow **^",
                "/{a=**}/{b} | ^\"{\" at character 9: nothing but literals after its variable may follow **^",
                "/{a=**}/* | ^\"*\" at character 9: nothing but literals^",
                "/**/a | ^\"a\" at character 5: nothing but literals after its variable may follow **^",
                "/{a=**/b} | ^\"b\" at character 8: nothing but literals after its variable may follow **^",
                "/a b | ^\" \" at character 3: a segment or verb ends here^",
                "/ a | ^\" \" at character 2: a segment is missing^",
                "/{a = b} | ^\" \" at character 4: a variable ends with }^",
                "^/a\t^ | ^\"\\u0009\" at character 3: a segment or verb ends here^",
                "/a%20b | ^\"%\" at character 3: a segment or verb ends here^",
                "/é | ^\"é\" at character 2: a segment is missing^",
                "/a: | the end: a verb is missing",
                "/a:b:c | ^\":\" at character 5: a segment or verb ends here^",
                "/a:b/c | ^\"/\" at character 5: a segment or verb ends here^",
                "/a:* | ^\"*\" at character 4: a verb is missing^",
            })
    void whatBreaksTheGrammarIsRefusedWithItsPlace(String template, String reason) {
        assertThatThrownBy(() -> PathTemplate.parse(template))
                .isInstanceOf(InvalidNameException.class)
                .hasMessageStartingWith("template " + SafeText.quoted(template) + " breaks the grammar at ")
                .hasMessageContaining(reason);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "", "/", "a//b", "{", "a}", "{}", "{a={b}}", "{a}{b}", "***", "a*", "{a}/{a}", "**/**", "**/a", " ",
                "a b"
            })
    void theVectorsAreRefusedAsTheyStandAndBehindAVersion(String text) {
        assertThatThrownBy(() -> PathTemplate.parse(text)).isInstanceOf(InvalidNameException.class);
        assertThatThrownBy(() -> PathTemplate.parse("/v1/" + text)).isInstanceOf(InvalidNameException.class);
    }
}
