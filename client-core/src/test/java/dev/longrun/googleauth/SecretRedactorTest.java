// SPDX-License-Identifier: Apache-2.0
package dev.longrun.googleauth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        assertThat(SecretRedactor.hide(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Token has been expired or revoked.",
                "GOOGLE_APPLICATION_CREDENTIALS",
                "reauth related error (invalid_rapt)"
            })
    void proseIsShown(String text) {
        assertThat(SecretRedactor.hide(text)).isEqualTo(text);
    }

    @Test
    void itIsOneShortLine() {
        assertThat(SecretRedactor.hide("a\r\n b\n")).isEqualTo("a b");
        assertThat(SecretRedactor.hide("word ".repeat(1000))).hasSize(301).endsWith("…");
    }
}
