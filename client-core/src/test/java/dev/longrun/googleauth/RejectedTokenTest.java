// SPDX-License-Identifier: Apache-2.0
package dev.longrun.googleauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RejectedTokenTest {
    private final RejectedToken rejected =
            new RejectedToken(Map.of("Authorization", "Bearer t", "x-goog-user-project", "mine"));

    @Test
    void coversHeadersWithTheSameTokenAndAnotherProject() {
        assertThat(rejected.covers(Map.of("Authorization", "Bearer t", "x-goog-user-project", "theirs")))
                .isTrue();
    }

    @Test
    void doesNotCoverAnotherToken() {
        assertThat(rejected.covers(Map.of("Authorization", "Bearer u"))).isFalse();
        assertThat(RejectedToken.NONE.covers(Map.of())).isFalse();
    }
}
