// SPDX-License-Identifier: Apache-2.0
package dev.longrun.endpoint;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.error.ConfigurationException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The universe of the client, of the environment and of the credentials; an empty one is not set. */
class UniverseAgreementTest {
    @ParameterizedTest
    @CsvSource({
        "'', '', googleapis.com",
        "googleapis.com, '', googleapis.com",
        "'', googleapis.com, googleapis.com",
        "s3nsapis.fr, '', s3nsapis.fr",
        "'', s3nsapis.fr, s3nsapis.fr",
        "s3nsapis.fr, s3nsapis.fr, s3nsapis.fr",
    })
    void whatAgreesIsAllowed(String client, String variable, String credentials) {
        assertThatCode(() -> endpoints(client, variable).requireUniverse(credentials))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', s3nsapis.fr",
        "s3nsapis.fr, '', googleapis.com",
        "'', s3nsapis.fr, googleapis.com",
        "s3nsapis.fr, googleapis.com, s3nsapis.fr",
        "googleapis.com, s3nsapis.fr, googleapis.com",
        "googleapis.com, s3nsapis.fr, s3nsapis.fr",
    })
    void aMismatchNamesAllThree(String client, String variable, String credentials) {
        assertThatThrownBy(() -> endpoints(client, variable).requireUniverse(credentials))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the client is set to " + (client.isEmpty() ? "none" : client) + ",")
                .hasMessageContaining("GOOGLE_CLOUD_UNIVERSE_DOMAIN to " + (variable.isEmpty() ? "none" : variable))
                .hasMessageEndingWith("the credentials are for " + credentials);
    }

    private static Endpoints endpoints(String client, String variable) {
        Endpoints endpoints = Endpoints.of(Map.of("GOOGLE_CLOUD_UNIVERSE_DOMAIN", variable));
        return client.isEmpty() ? endpoints : endpoints.withUniverse(client);
    }
}
