// SPDX-License-Identifier: Apache-2.0
package dev.longrun.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.text.SafeText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocationTest {

    @ParameterizedTest
    @CsvSource({
        "us-central1, us-central1",
        "us-central1-a, us-central1",
        "us-central1-ai1a, us-central1",
        "northamerica-northeast1-b, northamerica-northeast1",
        "u-germany-northeast1, u-germany-northeast1",
        "us, us",
        "global, global",
    })
    void aZoneLiesInItsRegion(String id, String region) {
        assertThat(new Location(id).region()).hasToString(region);
    }

    @ParameterizedTest
    @CsvSource({
        "us, true",
        "eu, true",
        "nam4, true",
        "eur3, true",
        "global, false",
        "us-central1, false",
        "us-central1-a, false"
    })
    void aMultiRegionHasNoHyphenAndIsNotGlobal(String id, boolean multi) {
        assertThat(new Location(id).isMultiRegion()).isEqualTo(multi);
    }

    @Test
    void globalIsGlobal() {
        assertThat(new Location("global").isGlobal()).isTrue();
        assertThat(new Location("us").isGlobal()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"", "-", "US", "us central1", "us-", "1us", "evil.example#", "a/b", "a.b", "{x}", "é", "us\n"})
    void whatCannotBePartOfAHostNameIsRefused(String id) {
        assertThatThrownBy(() -> new Location(id))
                .isInstanceOf(InvalidNameException.class)
                .hasMessage("location must look like us-central1: lower-case letters, digits and inner hyphens,"
                        + " a letter first; got " + SafeText.quoted(id));
    }

    @Test
    void aLabelHasAtMost63Characters() {
        assertThat(Location.isId("a".repeat(63))).isTrue();
        assertThat(Location.isId("a".repeat(64))).isFalse();
    }
}
