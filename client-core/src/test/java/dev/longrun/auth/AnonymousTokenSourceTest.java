// SPDX-License-Identifier: Apache-2.0
package dev.longrun.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnonymousTokenSourceTest {
    private final TokenSource none = TokenSource.none();

    @Test
    void sendsNothing() throws Exception {
        assertThat(none.isNone()).isTrue();
        assertThat(none.headers(Duration.ZERO)).isEmpty();
        assertThat(none.quotaProject(Duration.ZERO)).isEmpty();
        assertThat(none.universeDomain(Duration.ZERO)).isEqualTo("googleapis.com");
        assertThat(none).hasToString("no credentials");
    }

    @Test
    void aRefusalChangesNothing() throws Exception {
        none.invalidate(Map.of());

        assertThat(none.headers(Duration.ZERO)).isEmpty();
    }
}
