// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.service.ApiMethod;
import org.junit.jupiter.api.Test;

class ServedPathsTest {

    private static final String ENDPOINT = "/projects/p/locations/l/endpoints/e/operations/o";

    private final ServedPaths paths = new ServedPaths(Services.ALL);

    @Test
    void haveUiInsteadOfTheVersionInVertexAi() {
        Router.Match match = paths.find("POST", "/ui" + ENDPOINT + ":cancel").orElseThrow();

        assertThat(match.binding().rpc()).isEqualTo(ApiMethod.CANCEL);
        assertThat(match.binding().service()).isEqualTo("aiplatform.googleapis.com");
        assertThat(match.name()).isEqualTo(ENDPOINT.substring(1));
    }

    @Test
    void doNotHaveItInOtherServices() {
        assertThat(paths.find("GET", "/v1/projects/p/locations/l/operations/o")).isPresent();
        assertThat(paths.find("GET", "/ui/projects/p/locations/l/operations/o")).isEmpty();
        assertThat(paths.find("GET", "/ux" + ENDPOINT)).isEmpty();
        assertThat(paths.find("GET", "/ui")).isEmpty();
        assertThat(new ServedPaths(Services.only("file")).find("GET", "/ui" + ENDPOINT))
                .isEmpty();
    }
}
