// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParentMatcherTest {

    @ParameterizedTest
    @CsvSource({
        "'', operations/o, true",
        "'', projects/p/operations/o, true",
        "projects/p, operations/o, true",
        "projects/p, projects/p/operations/o, true",
        "projects/p, projects/p/locations/l/operations/o, true",
        "projects/p, projects/12/operations/o, true",
        "projects/12, projects/p/operations/o, true",
        "projects/12, projects/13/operations/o, false",
        "projects/p, projects/q/operations/o, false",
        "projects/-, projects/q/operations/o, true",
        "projects/p/locations/-, projects/p/locations/l/operations/o, true",
        "projects/p/locations/l, projects/p/locations/m/operations/o, false",
        "projects/p/locations/l, projects/p/operations/o, false",
        "projects/p/locations/5, projects/p/locations/l/operations/o, false",
        "folders/p, projects/p/operations/o, false",
        "projects/p/locations/l, projects/p/locations, false",
        "operations/projects/p, operations/projects/p/instances/i/operations/o, true",
    })
    void comparesAllSegmentsOfTheParent(String parent, String operation, boolean matches) {
        assertThat(new ParentMatcher(parent).matches(operation)).isEqualTo(matches);
    }
}
