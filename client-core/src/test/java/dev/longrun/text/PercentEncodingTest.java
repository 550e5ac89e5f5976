// SPDX-License-Identifier: Apache-2.0
package dev.longrun.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PercentEncodingTest {
    private static final int MANY = 20_000;

    @Test
    void decodingUndoesEncodingForAllUnicodeStrings() {
        assertThat(UnicodeStrings.any(MANY))
                .allSatisfy(s -> assertThat(PercentEncoding.decode(PercentEncoding.encode(s)))
                        .contains(s));
    }

    @Test
    void decodingUndoesEncodingForEveryCharacterThereIs() {
        StringBuilder all = new StringBuilder();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (!IllegalCharacter.isLoneSurrogate(c)) {
                all.appendCodePoint(c);
            }
        }
        assertThat(PercentEncoding.decode(PercentEncoding.encode(all.toString())))
                .contains(all.toString());
    }

    @Test
    void whatIsEncodedHoldsUnreservedCharactersAndUpperCaseEscapesOnly() {
        assertThat(UnicodeStrings.any(MANY))
                .allSatisfy(s -> assertThat(PercentEncoding.encode(s)).matches("([-_.~0-9a-zA-Z]|%[0-9A-F]{2})*"));
    }

    @Test
    void theJdkReadsTheSame() {
        assertThat(UnicodeStrings.any(MANY))
                .allSatisfy(s -> assertThat(URLDecoder.decode(PercentEncoding.encode(s), StandardCharsets.UTF_8))
                        .isEqualTo(s));
    }

    @Test
    void unreservedCharactersStay() {
        String unreserved = "-_.~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
        assertThat(PercentEncoding.encode(unreserved)).isEqualTo(unreserved);
    }

    @Test
    void aParameterIsAKeyAndAnEncodedValue() {
        assertThat(PercentEncoding.parameter("name", "operations/o")).isEqualTo("name=operations%2Fo");
        assertThat(PercentEncoding.parameter("pageToken", "")).isEqualTo("pageToken=");
        assertThat(UnicodeStrings.any(MANY))
                .allSatisfy(
                        s -> assertThat(PercentEncoding.parameter("k", s)).isEqualTo("k=" + PercentEncoding.encode(s)));
    }

    @Test
    void aSlashIsEncodedBecauseRoutingHeadersAndQueriesNeedIt() {
        assertThat(PercentEncoding.encode("projects/google.com:p")).isEqualTo("projects%2Fgoogle.com%3Ap");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\uD83D", "a\uDE00b", "\uDE00\uD83D"})
    void halfASurrogatePairIsRefused(String text) {
        assertThatThrownBy(() -> PercentEncoding.encode(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("text to encode must be well-formed Unicode; got \"")
                .hasMessageContaining(": half a surrogate pair at character ");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"%", "100%", "%z", "%zz", "%1", "%+1", "%1\uFF11", "%C3", "%C3a", "%FF", "%C0%AF", "%ED%A0%80"})
    void brokenEscapesAndBytesThatAreNotUtf8DoNotDecode(String text) {
        assertThat(PercentEncoding.decode(text)).isEmpty();
    }

    @Test
    void escapesMayBeOfEitherCaseAndAPlusIsNoSpace() {
        assertThat(PercentEncoding.decode("%c3%A9+%2f")).contains("é+/");
    }
}
