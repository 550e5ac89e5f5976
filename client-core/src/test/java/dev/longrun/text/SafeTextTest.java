// SPDX-License-Identifier: Apache-2.0
package dev.longrun.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {

    static String[][] odd() {
        return new String[][] {
            {"a\u001b[2Jb", "a\\u001b[2Jb"},
            {"a\r\nb\tc", "a\\u000d\\u000ab\\u0009c"},
            {"bell\u0007 c1\u009b del\u007f", "bell\\u0007 c1\\u009b del\\u007f"},
            {"\u202egnp.exe\u2066x", "\\u202egnp.exe\\u2066x"},
            {"zero\u200bwidth\ufeff", "zero\\u200bwidth\\ufeff"},
            {"line\u2028paragraph\u2029", "line\\u2028paragraph\\u2029"},
            {"no\u00a0break", "no\\u00a0break"},
            {"half \ud83d of it", "half \\ud83d of it"},
            {"\udc00", "\\udc00"},
            {"\u0661\u0662%", "\\u0661\\u0662%"},
            {"\uff11", "\\uff11"},
            {"\ud835\udfce", "\\ud835\\udfce"},
            {"\udb40\udc41", "\\udb40\\udc41"},
        };
    }

    @ParameterizedTest
    @MethodSource("odd")
    void escapesWhatMovesACursorOrDeceivesAReader(String text, String shown) {
        assertThat(SafeText.of(text)).isEqualTo(shown);
        assertThat(SafeText.of(shown)).as("twice is once").isEqualTo(shown);
        assertThat(SafeText.quoted(text)).isEqualTo('"' + shown + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain ASCII ~ 123", "Zürich 東京 Москва שלום", "😀", "C:\\temp", "\"quoted\""})
    void leavesEverythingElse(String text) {
        assertThat(SafeText.of(text)).isSameAs(text);
    }

    @Test
    void escapesAllButPrintableAsciiWhereTextMustBeAscii() {
        assertThat(SafeText.ascii("gооgle.com")).isEqualTo("g\\u043e\\u043egle.com");
    }

    @Test
    void jsonStaysJson() {
        assertThat(SafeText.json("{\"a\":\t\"\u202e\u0663 Bearer abc123def456\",\n\"b\":\"\\u0007\"}"))
                .isEqualTo("{\"a\":\t\"\\u202e\\u0663 Bearer [hidden]\",\n\"b\":\"\\u0007\"}");
    }

    @Test
    void quotesAreCutAndHaveNoSecrets() {
        assertThat(SafeText.quoted("a\"b\\c")).isEqualTo("\"a\\\"b\\\\c\"");
        assertThat(SafeText.quoted("x".repeat(301))).isEqualTo('"' + "x".repeat(300) + "\"… (301 characters)");
        assertThat(SafeText.quoted("https://u:p@h/v1/o?key=1")).isEqualTo("\"https://h/v1/o\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG-u-nu-arab", "fa", "th-TH-u-nu-thai", "hi-IN-u-nu-deva", "tr"})
    void escapesAreAsciiInEveryLocale(String locale) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(locale));
        try {
            assertThat(SafeText.of("\u001b")).isEqualTo("\\u001b");
            assertThat(SafeText.codePoint(0x1f)).isEqualTo("U+001F");
            assertThat(SafeText.codePoint(0x1f600)).isEqualTo("U+1F600");
        } finally {
            Locale.setDefault(before);
        }
    }
}
