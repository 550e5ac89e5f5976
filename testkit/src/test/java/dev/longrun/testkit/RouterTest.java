// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.service.ApiMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest {

    private final Router router = new Router(Services.ALL);

    @ParameterizedTest
    @CsvSource({
        "GET,    /v1/projects/p/locations/l/operations/o,                     GET,    projects/p/locations/l/operations/o",
        "DELETE, /v1/projects/p/locations/l/operations/o,                     DELETE, projects/p/locations/l/operations/o",
        "POST,   /v1/projects/p/locations/l/operations/o:cancel,              CANCEL, projects/p/locations/l/operations/o",
        "GET,    /v1beta1/projects/p/operations/o:cancel,                     CANCEL, projects/p/operations/o",
        "GET,    /v1/projects/p/locations/l/operations,                       LIST,   projects/p/locations/l",
        "GET,    /v1/operations,                                              LIST,   ''",
        "GET,    /v1/operations/o,                                            GET,    operations/o",
        "GET,    /v1/transferOperations,                                      LIST,   transferOperations",
        "GET,    /v1/transferOperations/a/b,                                  GET,    transferOperations/a/b",
        "GET,    /v2/operations/projects/p/instances/i/operations,            LIST,   operations/projects/p/instances/i",
        "GET,    /v2/operations/projects/p/instances/i/operations/o,          GET,    operations/projects/p/instances/i/operations/o",
        "POST,   /v3/projects/p/locations/l/operations/o:wait,                WAIT,   projects/p/locations/l/operations/o",
        "POST,   /v1beta1/projects/p/locations/l/endpoints/e/operations/o:wait, WAIT, projects/p/locations/l/endpoints/e/operations/o",
    })
    void aDocumentedPathLeadsToItsRpcAndName(String method, String path, ApiMethod rpc, String name) {
        Router.Match match = router.find(method, path).orElseThrow();

        assertThat(match.binding().rpc()).isEqualTo(rpc);
        assertThat(match.name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/projects/google.com%3Ap/locations/l/operations/a%20b, projects/google.com:p/locations/l/operations/a b",
        "/v1/projects/p/locations/l/operations/a%252Fb,            projects/p/locations/l/operations/a%2Fb",
        "/v1/projects/p/locations/l/operations/a:b,                projects/p/locations/l/operations/a:b",
        "/v1/projects/p/locations/l/operations/a%3Acancel,         projects/p/locations/l/operations/a:cancel",
    })
    void aNameIsDecodedOnce(String path, String name) {
        assertThat(router.find("GET", path).orElseThrow().name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "",
                "/v1",
                "/v1/",
                "/v9/projects/p/locations/l/operations/o",
                "/v1/projects/p/locations/l/operations/",
                "/v1/projects//locations/l/operations/o",
                "/v1/projects/p/locations/l/operations/o/x",
                "/v1/%zz",
                "*",
                "/v1/projects/p/locations/../operations/o"
            })
    void anUndocumentedPathLeadsNowhere(String path) {
        assertThat(router.find("GET", path)).isEmpty();
    }

    @Test
    void aDocumentedPathWithAnotherMethodLeadsNowhere() {
        assertThat(router.find("PATCH", "/v1/projects/p/locations/l/operations/o"))
                .isEmpty();
        assertThat(router.find("POST", "/v1/projects/p/locations/l/operations/o"))
                .isEmpty();
        assertThat(router.find("POST", "/v1beta1/projects/p/locations/l/solvers/s/operations/o:cancel"))
                .isEmpty();
    }

    @Test
    void aPathOfOneServiceIsItsOwnAndASharedOneIsGoogles() {
        assertThat(router.find("GET", "/v1beta1/projects/p/locations/l/operations/o")
                        .orElseThrow()
                        .binding()
                        .service())
                .isEqualTo("file.googleapis.com");
        assertThat(router.find("GET", "/v1/projects/p/locations/l/operations/o")
                        .orElseThrow()
                        .binding()
                        .service())
                .isEqualTo("googleapis.com");
    }

    @Test
    void literalsGoBeforeWildcards() {
        assertThat(router.find("GET", "/v2/projects/p/locations/l/operations/o")
                        .orElseThrow()
                        .binding()
                        .template())
                .hasToString("/v2/{name=projects/*/locations/*/operations/*}");
        assertThat(router.find("GET", "/v2/folders/f/locations/l/operations/o")
                        .orElseThrow()
                        .binding()
                        .template())
                .hasToString("/v2/{name=*/*/locations/*/operations/*}");
    }
}
