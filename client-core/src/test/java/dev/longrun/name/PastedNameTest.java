// SPDX-License-Identifier: Apache-2.0
package dev.longrun.name;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.text.SafeText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes out of a clipboard is refused, with what to write instead. */
class PastedNameTest {
    private static final String OK = "projects/p/operations/o";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "^ projects/p/operations/o^ | not begin or end with white space or quotes",
                "^projects/p/operations/o\n^ | not begin or end with white space or quotes",
                "^projects/p/operations/o\u00A0^ | not begin or end with white space or quotes",
                "^\uFEFFprojects/p/operations/o^ | not begin or end with white space or quotes",
                "\"projects/p/operations/o\" | not begin or end with white space or quotes",
                "\u201Cprojects/p/operations/o\u201D | not begin or end with white space or quotes",
                "/projects/p/operations/o | not begin with a slash",
                "/v1beta1/projects/p/operations/o | not begin with a slash",
                "//projects/p/operations/o | not begin with a slash",
                "projects/p/operations/o/ | not end with a slash",
                "projects/p/operations/o// | not end with a slash",
                "projects//p/operations/o | not have empty segments",
                "projects\uFF0Fp\uFF0Foperations\uFF0Fo | not hold full-width characters",
                "projects/\uFF50/operations/o | not hold full-width characters",
                "projects/p/oper\u200Bations/o | not hold invisible characters or odd spaces",
                "projects/p/oper\u00ADations/o | not hold invisible characters or odd spaces",
                "//file.googleapis.com/projects/p/operations/o | be relative, without the service in front",
                "file.googleapis.com/projects/p/operations/o | be relative, without the service in front",
                "file.googleapis.com/v1/projects/p/operations/o | be relative, without the service in front",
                "https://file.googleapis.com/v1/projects/p/operations/o | be a name, not a URL",
                "https://file.googleapis.com/v1beta1/projects/p/operations/o:cancel | be a name, not a URL",
                "http://127.0.0.1:8080/v1/projects/p/operations/o/ | be a name, not a URL",
                "^  https://file.googleapis.com//v1/projects/p/operations/o^ | not begin or end with white space or quotes",
            })
    void isRepairedInTheMessage(String value, String rule) {
        refuses(value, "resource name must " + rule + "; got " + SafeText.quoted(value) + "; write \"" + OK + '"');
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "^ ^ | not begin or end with white space or quotes",
                "/ | not begin with a slash",
                "/a/.. | not begin with a slash",
                "//file.googleapis.com | be relative, without the service in front",
                "//file.googleapis.com/ | be relative, without the service in front",
                "https://file.googleapis.com | be a name, not a URL",
                "https://console.cloud.google.com/filestore/instances | be a name, not a URL",
                "gs://bucket/object | be a name, not a URL",
            })
    void isNotRepairedWhereNothingTellsTheName(String value, String rule) {
        refuses(value, "resource name must " + rule + "; got " + SafeText.quoted(value));
    }

    @ParameterizedTest
    @CsvSource({
        "https://file.googleapis.com/v1/projects/p/operations/a%20b, projects/p/operations/a b",
        "//file.googleapis.com/projects/a:b/operations/o, projects/a:b/operations/o",
    })
    void isDecodedIfItWasAUrlAndOnlyThen(String value, String name) {
        assertThatThrownBy(() -> ResourceName.parse(value)).hasMessageEndingWith("; write \"" + name + '"');
    }

    @ParameterizedTest
    @CsvSource({
        "https://me:secret@file.googleapis.com/v1/projects/p/operations/o",
        "https://file.googleapis.com/v1/projects/p/operations/o?access_token=secret",
        "https://file.googleapis.com/v1/projects/p/operations/o#secret",
    })
    void keepsItsSecrets(String value) {
        refuses(
                value,
                "resource name must be a name, not a URL; got \"https://file.googleapis.com/v1/projects/p/operations/o\"; write \""
                        + OK + '"');
    }

    @Test
    void keepsTheTokenOfAQueryThatLostItsHost() {
        refuses(
                "/v1/projects/p/operations/o?access_token=secret&x=1",
                "resource name must not begin with a slash; got \"/v1/projects/p/operations/o?access_token=[hidden]&x=1\""
                        + "; write \"projects/p/operations/o?access_token=[hidden]&x=1\"");
    }

    private static void refuses(String value, String message) {
        assertThatThrownBy(() -> ResourceName.parse(value))
                .isInstanceOf(InvalidNameException.class)
                .hasMessage(message);
    }
}
