// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import static dev.longrun.service.Services.FILE;
import static dev.longrun.service.Services.VERTEX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.binding.BoundPath;
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
    void documentedCallsGoTheDocumentedWay(ApiMethod rpc, HttpMethod method, String path) {
        BoundPath route = VERTEX.path(rpc, NAME);
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
    void otherCallsGoThePlainWayAndSaySo(ApiMethod rpc, HttpMethod method, String path) {
        BoundPath route = FILE.path(rpc, "operations/a b");
        assertThat(route.rule().method()).isEqualTo(method);
        assertThat(route.path()).isEqualTo(path);
        assertThat(route.documented()).isFalse();
    }

    @Test
    void theOddBindingsAreData() {
        ServiceDefinition datalabeling = Services.of("datalabeling", "v1beta1");
        BoundPath route = datalabeling.path(ApiMethod.CANCEL, "projects/p/operations/o");
        assertThat(route.rule()).hasToString("GET /v1beta1/{name=projects/*/operations/*}:cancel");
        assertThat(route.path()).isEqualTo("/v1beta1/projects/p/operations/o:cancel");
    }

    @Test
    void theFirstRuleThatCoversANameIsItsRule() {
        assertThat(FILE.path(ApiMethod.CANCEL, NAME).rule())
                .isEqualTo(FILE.rules(ApiMethod.CANCEL).get(0));
        assertThat(FILE.path(ApiMethod.LIST, "projects/p/locations/l").rule())
                .isEqualTo(FILE.rules(ApiMethod.LIST).get(0));
    }

    @ParameterizedTest
    @CsvSource({
        "CANCEL, projects/p/locations/l/operations/o, true",
        "CANCEL, operations/o,                        false",
        "LIST,   projects/p/locations/l,              true",
        "LIST,   projects/p/locations/l/operations,   true",
        "LIST,   projects/p,                          false",
        "WAIT,   projects/p/locations/l/operations/o, false",
    })
    void aMethodIsDocumentedForSomeNames(ApiMethod rpc, String name, boolean documented) {
        assertThat(FILE.documents(rpc, ResourceName.parse(name))).isEqualTo(documented);
    }

    @Test
    void theListOfLocationsIsDocumentedForNone() {
        BoundPath route = FILE.path(ApiMethod.LIST_LOCATIONS, "projects/p");
        assertThat(route.rule().method()).isEqualTo(HttpMethod.GET);
        assertThat(route.path()).isEqualTo("/v1/projects/p/locations");
        assertThat(route.documented()).isFalse();
    }

    @Test
    void patternsSayWhatIsDocumented() {
        assertThat(FILE.patterns(ApiMethod.CANCEL))
                .extracting(NamePattern::toString)
                .containsExactly("projects/*/locations/*/operations/*");
        assertThat(FILE.patterns(ApiMethod.LIST))
                .extracting(NamePattern::toString)
                .containsExactly("projects/*/locations/*");
        assertThat(FILE.patterns(ApiMethod.WAIT)).isEmpty();
    }
}
