// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiVersionTest {

    @ParameterizedTest
    @CsvSource({
        "v1,       v2beta1",
        "v2,       v1",
        "v10,      v9",
        "v1beta1,  v1alpha2",
        "v2beta,   v1p3beta1",
        "v1beta2,  v1beta1",
        "v1beta1,  v1beta",
        "v1p2beta1, v1p1beta1",
        "v1alpha,  main",
    })
    void theFirstIsPreferredToTheSecond(String preferred, String other) {
        assertThat(ApiVersion.parse(preferred)).isGreaterThan(ApiVersion.parse(other));
    }
}
