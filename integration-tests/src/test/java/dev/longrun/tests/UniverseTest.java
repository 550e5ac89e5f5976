// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.OperationsClient;
import dev.longrun.auth.TokenSource;
import dev.longrun.error.ConfigurationException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No token leaves for a server of another universe. The variable is covered where endpoints are decided. */
class UniverseTest {
    private final Harness harness = Harness.start();
    private final AtomicInteger fetched = new AtomicInteger();

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void credentialsOfAnotherUniverseThanTheClientsSendNothing() {
        try (OperationsClient client = harness.clientBuilder()
                .credentials(tokens("s3nsapis.fr"))
                .credentialsOverLoopback(true)
                .build()) {
            assertThatThrownBy(() -> client.canceller().cancel(Harness.name("cancels-500-a")))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("the client is set to none")
                    .hasMessageContaining("GOOGLE_CLOUD_UNIVERSE_DOMAIN to none")
                    .hasMessageContaining("the credentials are for s3nsapis.fr");
        }
        assertThat(fetched).as("tokens fetched").hasValue(0);
        assertThat(harness.server.requests()).isEmpty();
    }

    @Test
    void credentialsOfTheUniverseThatTheClientIsSetToAreSent() {
        try (OperationsClient client = harness.clientBuilder()
                .credentials(tokens("s3nsapis.fr"))
                .universeDomain("s3nsapis.fr")
                .credentialsOverLoopback(true)
                .build()) {
            assertThat(client.canceller().cancel(Harness.name("cancels-500-a")).isCancelled())
                    .isTrue();
        }
        assertThat(fetched).as("tokens fetched").hasPositiveValue();
    }

    private TokenSource tokens(String universe) {
        return new TokenSource() {
            @Override
            public Map<String, String> headers(Duration timeout) {
                fetched.incrementAndGet();
                return Map.of("Authorization", "Bearer token-of-a-test");
            }

            @Override
            public void invalidate(Map<String, String> refused) {}

            @Override
            public String universeDomain(Duration timeout) {
                return universe;
            }
        };
    }
}
