// SPDX-License-Identifier: Apache-2.0
package dev.longrun.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodySnippetTest {

    @Test
    void isTheFirstLineThatIsNotBlank() {
        assertThat(of("\r\n \n  <html>  \r\n<body>")).isEqualTo("<html>");
        assertThat(of("one line")).isEqualTo("one line");
    }

    @Test
    void isEmptyForWhatIsBlank() {
        assertThat(of("")).isEmpty();
        assertThat(of(" \n\t ")).isEmpty();
    }

    @Test
    void isCutAt120Characters() {
        assertThat(of("x".repeat(120))).isEqualTo("x".repeat(120));
        assertThat(of("x".repeat(121))).isEqualTo("x".repeat(119) + "…");
        assertThat(of("é".repeat(1_000_000))).isEqualTo("é".repeat(119) + "…");
    }

    @Test
    void isNeverCutWithinACharacterOrAnEscape() {
        assertThat(of("x".repeat(118) + "😀😀")).isEqualTo("x".repeat(118) + "…");
        assertThat(of("x".repeat(117) + "\u0007\u0007")).isEqualTo("x".repeat(117) + "…");
    }

    @Test
    void escapesWhatATerminalWouldObey() {
        assertThat(of("a\u001b[31mred\u0007\u009b\u202egnp.exe"))
                .isEqualTo("a\\u001b[31mred\\u0007\\u009b\\u202egnp.exe");
    }

    @Test
    void showsBytesThatAreNotUtf8AsReplacements() {
        assertThat(BodySnippet.of(new byte[] {'a', (byte) 0xff, 'b'})).isEqualTo("a\ufffdb");
    }

    private static String of(String body) {
        return BodySnippet.of(body.getBytes(UTF_8));
    }
}
