// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.name.Location;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointRuleTest {

    @ParameterizedTest
    @CsvSource({
        "us-central1,   us-central1,   us-central1.x",
        "us-central1,   us-central1-a, us-central1.x",
        "us-central1,   us-east1,      x",
        "us,            us,            us.x",
        "us,            us-central1,   x",
        "region,        us-central1,   us-central1.x",
        "region,        us-central1-a, us-central1.x",
        "region,        us,            x",
        "region,        global,        x",
        "*,             us-central1,   us-central1.x",
        "*,             us-central1-a, us-central1-a.x",
        "*,             us,            us.x",
        "*,             global,        global.x",
    })
    void aRowIsForItsLocations(String row, String location, String host) {
        EndpointRule rule = new EndpointRule("x", List.of(new EndpointRule.Row(List.of(row), "{location}.x")));
        assertThat(rule.host(Optional.of(new Location(location)))).isEqualTo(host);
    }

    @Test
    void theFirstRowThatFitsHolds() {
        EndpointRule rule = new EndpointRule(
                "x",
                List.of(
                        new EndpointRule.Row(List.of("us", "eu"), "rep.x"),
                        new EndpointRule.Row(List.of("*"), "any.x")));
        assertThat(rule.host(Optional.of(new Location("eu")))).isEqualTo("rep.x");
        assertThat(rule.host(Optional.of(new Location("asia")))).isEqualTo("any.x");
    }

    @Test
    void withoutALocationThereIsTheDefault() {
        EndpointRule rule = new EndpointRule("x", List.of(new EndpointRule.Row(List.of("*"), "{location}.x")));
        assertThat(rule.host(Optional.empty())).isEqualTo("x");
    }
}
