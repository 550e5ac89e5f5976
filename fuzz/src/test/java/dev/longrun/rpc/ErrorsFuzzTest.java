// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.longrun.wire.StatusReader;
import java.time.Instant;

/** Error bodies and Retry-After: whatever comes, there is an error to tell of, and nothing is thrown. */
class ErrorsFuzzTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    @FuzzTest(maxDuration = "60s")
    void errorBody(byte[] body) {
        StatusReader.errorBody(body, 503).ifPresent(status -> {
            assertThat(status.code()).isNotNull();
            assertThat(status.describe()).isNotBlank().doesNotContain("\u001b");
        });
    }

    @FuzzTest(maxDuration = "60s")
    void retryAfter(byte[] input) {
        String header = new String(input, UTF_8);
        ErrorResponseReader.retryAfter(header, NOW)
                .ifPresent(pause -> assertThat(pause.isNegative()).isFalse());
    }
}
