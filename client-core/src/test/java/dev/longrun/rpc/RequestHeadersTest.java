// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.service.ApiMethod;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestHeadersTest {
    private final RequestHeaders identity = new RequestHeaders("longrun-java/1.0.0", "gl-java/17.0.15 gccl/1.0.0");

    @Test
    void nameTheClientAndTheOperation() {
        assertThat(identity.headers(Calls.of(ApiMethod.GET, "projects/google.com:p/operations/a b%"), Map.of()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Accept", "application/json",
                        "User-Agent", "longrun-java/1.0.0",
                        "x-goog-api-client", "gl-java/17.0.15 gccl/1.0.0",
                        "x-goog-request-params", "name=projects%2Fgoogle.com%3Ap%2Foperations%2Fa%20b%25"));
    }

    @Test
    void hasNoRoutingHeaderForAListWithoutAParent() {
        assertThat(identity.headers(Calls.of(ApiMethod.LIST, ""), Map.of())).doesNotContainKey("x-goog-request-params");
    }

    @Test
    void keepsWhatTheCredentialsSaid() {
        Map<String, String> authorization = Map.of("Authorization", "Bearer 1", "x-goog-user-project", "billed");
        assertThat(identity.headers(Calls.get(), authorization)).containsAllEntriesOf(authorization);
    }
}
