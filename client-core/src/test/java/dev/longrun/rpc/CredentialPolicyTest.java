// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.auth.TokenSource;
import dev.longrun.error.ConfigurationException;
import dev.longrun.http.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialPolicyTest {
    private final TokenSource tokens = new NumberedTokens();
    private final CredentialPolicy guard = new CredentialPolicy(tokens, false, false);

    @ParameterizedTest
    @ValueSource(strings = {"https://file.googleapis.com", "https://proxy.example:8443", "https://127.0.0.1:8443"})
    void credentialsTravelOverHttps(String url) {
        assertThat(guard.tokensFor(Origin.parse(url))).isSameAs(tokens);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8080", "http://localhost", "http://[::1]:8080"})
    void overLoopbackOnlyWhenAsked(String url) {
        assertThat(guard.tokensFor(Origin.parse(url)).isNone()).isTrue();
        assertThat(new CredentialPolicy(tokens, true, false).tokensFor(Origin.parse(url)))
                .isSameAs(tokens);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://file.googleapis.com", "http://127.0.0.1.evil.example", "http://10.0.0.1"})
    void overPlainHttpElsewhereNothingTravelsAtAll(String url) {
        Origin origin = Origin.parse(url);
        for (boolean overLoopback : new boolean[] {false, true}) {
            assertThatThrownBy(() -> new CredentialPolicy(tokens, overLoopback, false).tokensFor(origin))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("the endpoint " + url + " is plain http and not on this machine;"
                            + " requests and credentials would travel unprotected. Use https://" + origin.host()
                            + ", or allow plain http without credentials (plaintext(true), or --plaintext)");
        }
    }

    @Test
    void notEvenARequestWithoutCredentials() {
        CredentialPolicy none = new CredentialPolicy(TokenSource.none(), false, false);
        assertThatThrownBy(() -> none.tokensFor(Origin.parse("http://file.googleapis.com")))
                .isInstanceOf(ConfigurationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://file.googleapis.com", "http://127.0.0.1.evil.example", "http://10.0.0.1"})
    void plaintextThatIsAllowedElsewhereNeverCarriesCredentials(String url) {
        for (boolean overLoopback : new boolean[] {false, true}) {
            assertThat(new CredentialPolicy(tokens, overLoopback, true)
                            .tokensFor(Origin.parse(url))
                            .isNone())
                    .isTrue();
        }
    }

    @Test
    void plaintextChangesNothingForOtherServers() {
        CredentialPolicy plaintext = new CredentialPolicy(tokens, false, true);
        assertThat(plaintext.tokensFor(Origin.parse("https://file.googleapis.com")))
                .isSameAs(tokens);
        assertThat(plaintext.tokensFor(Origin.parse("http://127.0.0.1:8080")).isNone())
                .isTrue();
    }
}
