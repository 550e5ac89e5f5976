// SPDX-License-Identifier: Apache-2.0
package dev.longrun.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretRedactorTest {

    @ParameterizedTest
    @CsvSource({
        "token ya29.a0AfH6SMBx-_9 is bad, token [hidden] is bad",
        "1//0gFAKErefreshTOKEN, [hidden]",
        "code 4/0AX4 is short, code 4/0AX4 is short",
        "eyJhbGciOiJSUzI1NiJ9.e30.c2ln!, [hidden]!",
        "key -----BEGIN PRIVATE KEY-----MII-----END PRIVATE KEY----- bad, key [hidden] bad",
        "key -----BEGIN PRIVATE KEY-----MIIE and cut, key [hidden]",
    })
    void whatCouldBeATokenOrAKeyIsHidden(String text, String shown) {
        assertThat(SecretRedactor.redactOpaque(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Token has been expired or revoked.",
                "GOOGLE_APPLICATION_CREDENTIALS",
                "reauth related error (invalid_rapt)"
            })
    void proseIsShown(String text) {
        assertThat(SecretRedactor.redactOpaque(text)).isEqualTo(text);
    }

    @Test
    void itIsOneShortLine() {
        assertThat(SecretRedactor.redactOpaque("a\r\n b\n")).isEqualTo("a b");
        assertThat(SecretRedactor.redactOpaque("word ".repeat(1000)))
                .hasSize(301)
                .endsWith("…");
    }

    static String[][] echoes() {
        return new String[][] {
            {"sent Authorization: Bearer abc123def", "sent Authorization: Bearer [hidden]"},
            {"{\"Authorization\":\"Bearer abc123def\"}", "{\"Authorization\":\"Bearer [hidden]\"}"},
            {"bearer%20abc123def&x", "bearer%20[hidden]&x"},
            {"Proxy-Authorization: Basic dTpw", "Proxy-Authorization: Basic [hidden]"},
            {"https://h/p?a=b&access_token=x1#f", "https://h/p?a=b&access_token=[hidden]#f"},
            {"https://h/p?key=x1&c=d", "https://h/p?key=[hidden]&c=d"},
            {"https://h/p?a=b\\u0026key=x1", "https://h/p?a=b\\u0026key=[hidden]"},
            {"https://h/p?a=b\\u0026access_token\\u003dx1", "https://h/p?a=b\\u0026access_token\\u003d[hidden]"},
            {"continue=https%3A%2F%2Fh%3Faccess_token%3Dx1", "continue=https%3A%2F%2Fh%3Faccess_token%3D[hidden]"},
            {"{\"id_token\": \"x1\"}", "{\"id_token\": \"[hidden]\"}"},
            {"{\"m\":\"{\\\"refresh_token\\\":\\\"x1\\\"}\"}", "{\"m\":\"{\\\"refresh_token\\\":\\\"[hidden]\\\"}\"}"},
            {"client_secret=x1", "client_secret=[hidden]"},
            {"https://user:pass@host/path", "https://[hidden]@host/path"},
            {"https://user:p@ss@host/path", "https://[hidden]@host/path"},
            {"\"https:\\/\\/user:pass@host\"", "\"https:\\/\\/[hidden]@host\""},
            {"//user:pass@file.googleapis.com/p", "//[hidden]@file.googleapis.com/p"},
            {"to=http%3A%2F%2Fuser%3Apass%40host", "to=http%3A%2F%2F[hidden]@host"},
            {"got ya29.a0Af_x-1 back", "got [hidden] back"},
            {"eyJhbGciOiJS.eyJzdWIi.c2ln", "[hidden]"},
            {"key AIzaSyA0123456789012345678901234567890", "key [hidden]"},
            {"1//0gABCDEFGHIJKLMNOP", "[hidden]"},
            {"\"-----BEGIN PRIVATE KEY-----\\nMIIE\\n-----END PRIVATE KEY-----\\n\",", "\"[hidden]\\n\","},
        };
    }

    @ParameterizedTest
    @MethodSource("echoes")
    void anEchoedCredentialIsHidden(String text, String shown) {
        assertThat(SecretRedactor.redact(text)).isEqualTo(shown);
        assertThat(SecretRedactor.redact(shown)).as("twice is once").isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other",
                "bearer of bad news",
                "a filter must look like key=value",
                "nextPageToken is \"abc123456\"",
                "{\"labels\":{\"key\":\"value12345\"}}",
                "//file.googleapis.com/projects/p/locations/l/operations/operation-1712345678901-abc",
                "https://file.googleapis.com/v1/projects/p:cancel?a=me@here",
                "basic authentication is off",
            })
    void proseNamesAndJsonStay(String text) {
        assertThat(SecretRedactor.redact(text)).isSameAs(text);
    }

    @Test
    void longTextTakesLittleTime() {
        String hostile = "a".repeat(200_000) + "://" + "@:".repeat(100_000) + " Bearer " + "x".repeat(500_000)
                + "-----BEGIN" + " ".repeat(100_000) + "%3A%2F%2F".repeat(20_000);
        assertThat(SecretRedactor.redact(hostile)).contains("Bearer [hidden]");
    }
}
