// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretsTest {

    @Test
    void aTokenLeavesItsSchemeAndADigestThatTellsItFromAnother() {
        assertThat(Secrets.maskHeader("authorization", "Bearer ya29.one")).isEqualTo("Bearer sha256:e5b86333");
        assertThat(Secrets.maskHeader("Authorization", "Bearer ya29.two"))
                .startsWith("Bearer sha256:")
                .isNotEqualTo("Bearer sha256:e5b86333");
        assertThat(Secrets.maskHeader("Cookie", "secret")).matches("sha256:[0-9a-f]{8}");
    }

    @Test
    void otherHeadersAndParametersStay() {
        assertThat(Secrets.maskHeader("x-goog-user-project", "acme")).isEqualTo("acme");
        assertThat(Secrets.maskQuery("pageSize=3&monkey=7&key=AIza&x=1"))
                .matches("pageSize=3&monkey=7&key=sha256:[0-9a-f]{8}&x=1");
        assertThat(Secrets.maskQuery("access_token=ya29")).matches("access_token=sha256:[0-9a-f]{8}");
        assertThat(Secrets.maskQuery("filter=done%3Dtrue")).isEqualTo("filter=done%3Dtrue");
    }
}
