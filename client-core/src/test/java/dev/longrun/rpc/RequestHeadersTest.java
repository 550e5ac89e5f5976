// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.service.ApiMethod;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void haveTheReasonIfThereIsOne() {
        Map<String, String> headers =
                identity.withReason(Optional.of("ticket 17")).headers(Calls.get(), Map.of("Authorization", "Bearer 1"));
        assertThat(headers).containsEntry("x-goog-request-reason", "ticket 17").containsKey("Authorization");
        assertThat(identity.headers(Calls.get(), Map.of())).doesNotContainKey("x-goog-request-reason");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "grün", "a\nX-Other: b", "a\u0000", "\u202ea"})
    void refuseAReasonThatIsNoHeader(String text) {
        assertThatThrownBy(() -> RequestHeaders.checkReason(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a reason is sent as a header and must be printable ASCII; got ");
    }
}
