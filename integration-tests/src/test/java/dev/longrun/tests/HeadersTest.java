// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.OperationsClient;
import dev.longrun.error.ConfigurationException;
import dev.longrun.operation.ListRequest;
import dev.longrun.service.OperationName;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every request says of itself. */
class HeadersTest {
    private static final String SEMANTIC_VERSION = "\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.-]+)?";

    private final Harness harness = Harness.start();

    @AfterEach
    void close() {
        harness.close();
    }

    private Map<String, String> headers(OperationsClient client, OperationName name) {
        client.operations().get(name);
        return harness.server.requests().get(0).headers();
    }

    /** Names and semantic versions, the language first: Google's system parameters. */
    @Test
    void tellWhichClientItIs() {
        assertThat(headers(harness.client, Harness.name("done-x")).get("x-goog-api-client"))
                .matches("gl-java/%1$s gccl/%1$s gapic/%1$s rest/%1$s".formatted(SEMANTIC_VERSION))
                .contains("gl-java/" + Runtime.version().feature() + ".")
                .endsWith(" gccl/%1$s gapic/%1$s rest/%1$s".formatted(OperationsClient.version()));
    }

    @Test
    void tellTheUserAgent() {
        assertThat(headers(harness.client, Harness.name("done-x")))
                .containsEntry("User-Agent", "longrun-java/" + OperationsClient.version())
                .containsEntry("Accept", "application/json");
    }

    @Test
    void tellTheApplicationFirst() {
        try (OperationsClient client =
                harness.clientBuilder().application("sweeper/1.2").build()) {
            assertThat(headers(client, Harness.name("done-x")))
                    .containsEntry("User-Agent", "sweeper/1.2 longrun-java/" + OperationsClient.version());
        }
    }

    @Test
    void refuseAnApplicationThatIsNoHeader() {
        try (OperationsClient client =
                harness.clientBuilder().application("größer\r\nX-Evil: 1").build()) {
            assertThatThrownBy(() -> client.operations().get(Harness.name("done-x")))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("header User-Agent");
        }
        assertThat(harness.server.requests()).isEmpty();
    }

    @Test
    void tellWhatTheRequestIsAboutSoThatItCanBeRouted() {
        OperationName odd = Harness.name("done-a b/%&=ü".replace("/", ":"));
        assertThat(headers(harness.client, odd))
                .containsEntry(
                        "x-goog-request-params",
                        "name=projects%2Fp%2Flocations%2Fus-central1%2Foperations%2Fdone-a%20b%3A%25%26%3D%C3%BC");
    }

    @Test
    void tellTheParentOfAList() {
        harness.client.operations().list(ListRequest.of(Harness.parent()));
        assertThat(harness.server.requests().get(0).headers())
                .containsEntry("x-goog-request-params", "name=projects%2Fp%2Flocations%2Fus-central1");
    }
}
