// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import static dev.longrun.service.Services.FILE;
import static dev.longrun.service.Services.VERTEX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.http.HttpMethod;
import dev.longrun.name.NamePattern;
import dev.longrun.name.ResourceName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceDefinitionTest {
    private static final String NAME = "projects/p/locations/l/operations/o";

    @Test
    void hasNamesForEveryOccasion() {
        assertThat(FILE.name()).isEqualTo("file.googleapis.com");
        assertThat(FILE.shortName()).isEqualTo("file");
        assertThat(FILE.defaultHost()).isEqualTo("file.googleapis.com");
        assertThat(FILE).hasToString("file v1");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    GET,    /v1/projects/p/locations/l/operations/o",
        "CANCEL, POST,   /v1/projects/p/locations/l/operations/o:cancel",
        "DELETE, DELETE, /v1/projects/p/locations/l/operations/o",
        "WAIT,   POST,   /v1/projects/p/locations/l/operations/o:wait",
    })
    void documentedCallsGoTheDocumentedWay(OperationsMethod rpc, HttpMethod method, String path) {
        BoundPath route = VERTEX.path(rpc, OperationName.of(VERTEX, NAME).resource());
        assertThat(route.rule().method()).isEqualTo(method);
        assertThat(route.path()).isEqualTo(path);
        assertThat(route.documented()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    GET,    /v1/operations/a%20b",
        "CANCEL, POST,   /v1/operations/a%20b:cancel",
        "DELETE, DELETE, /v1/operations/a%20b",
        "WAIT,   POST,   /v1/operations/a%20b:wait",
    })
    void otherCallsGoThePlainWayAndSaySo(OperationsMethod rpc, HttpMethod method, String path) {
        BoundPath route =
                FILE.path(rpc, OperationName.of(FILE, "operations/a b").resource());
        assertThat(route.rule().method()).isEqualTo(method);
        assertThat(route.path()).isEqualTo(path);
        assertThat(route.documented()).isFalse();
    }

    @Test
    void theOddBindingsAreData() {
        ServiceDefinition datalabeling = Services.of("datalabeling", "v1beta1");
        BoundPath route = datalabeling.path(
                OperationsMethod.CANCEL,
                OperationName.of(datalabeling, "projects/p/operations/o").resource());
        assertThat(route.rule()).hasToString("GET /v1beta1/{name=projects/*/operations/*}:cancel");
        assertThat(route.path()).isEqualTo("/v1beta1/projects/p/operations/o:cancel");
    }

    @Test
    void theFirstRuleThatCoversANameIsItsRule() {
        assertThat(FILE.rule(OperationsMethod.CANCEL, ResourceName.parse(NAME)))
                .contains(FILE.rules(OperationsMethod.CANCEL).get(0));
        assertThat(FILE.rule(OperationsMethod.LIST, ResourceName.parse("projects/p/locations/l")))
                .contains(FILE.rules(OperationsMethod.LIST).get(0));
        assertThat(FILE.rule(OperationsMethod.WAIT, ResourceName.parse(NAME))).isEmpty();
    }

    @Test
    void patternsSayWhatIsDocumented() {
        assertThat(FILE.patterns(OperationsMethod.CANCEL))
                .extracting(NamePattern::toString)
                .containsExactly("projects/*/locations/*/operations/*");
        assertThat(FILE.patterns(OperationsMethod.LIST))
                .extracting(NamePattern::toString)
                .containsExactly("projects/*/locations/*");
        assertThat(FILE.patterns(OperationsMethod.WAIT)).isEmpty();
    }

    @Test
    void aListIsNoCallOnAnOperation() {
        assertThatThrownBy(() -> FILE.path(
                        OperationsMethod.LIST, OperationName.of(FILE, NAME).resource()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("list takes a parent, not an operation; got " + NAME);
    }
}
