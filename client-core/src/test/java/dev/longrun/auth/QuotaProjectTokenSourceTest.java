// SPDX-License-Identifier: Apache-2.0
package dev.longrun.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuotaProjectTokenSourceTest {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Map<String, String> invalidated = new HashMap<>();
    private final TokenSource source = new TokenSource() {
        @Override
        public Map<String, String> headers(Duration timeout) {
            return Map.of("Authorization", "Bearer t", "x-goog-user-project", "theirs");
        }

        @Override
        public void invalidate(Map<String, String> refused) {
            invalidated.putAll(refused);
        }
    };

    private final TokenSource billed = source.withQuotaProject("mine");

    @Test
    void theCallersProjectReplacesTheCredentialsOwn() throws IOException {
        assertThat(billed.headers(SOON))
                .containsExactlyInAnyOrderEntriesOf(Map.of("Authorization", "Bearer t", "x-goog-user-project", "mine"));
        assertThat(billed.quotaProject(SOON)).contains("mine");
    }

    @Test
    void aRejectedTokenIsReportedToItsSource() throws IOException {
        billed.invalidate(billed.headers(SOON));
        assertThat(invalidated).containsEntry("Authorization", "Bearer t");
    }
}
