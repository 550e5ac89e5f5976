// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows are what Python's configparser makes of the same text. */
class IniFileTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[core]\nproject = acme\n",
                "[core]\nproject=acme",
                "[core]\r\nproject : acme\r\n",
                "\uFEFF[core]\nproject = acme\n",
                "# of the user\n; too\n\n[core]\n  # inside\nPROJECT =   acme  \n",
                "[core] is the section\nproject = acme\n",
                "[DEFAULT]\nproject = acme\n[core]\naccount = a@example.com\n",
                "[compute]\nregion = r\n[core]\nproject =\n  acme\n",
                "  [core]\n  project = acme\n"
            })
    void hasTheValue(String text) {
        assertThat(IniFile.parse(text).value("core", "project")).hasValue("acme");
    }

    @Test
    void takesWhatStandsAfterAValueForItsPart() {
        assertThat(IniFile.parse("[core]\nproject = acme # mine\n").value("core", "project"))
                .hasValue("acme # mine");
        assertThat(IniFile.parse("[core]\nrequest_reason = a = b : c\n").value("core", "request_reason"))
                .hasValue("a = b : c");
        assertThat(IniFile.parse("[core]\nrequest_reason = one\n  two\n\n").value("core", "request_reason"))
                .hasValue("one\ntwo");
        assertThat(IniFile.parse("[core]\nrequest_reason = 50%%\n").value("core", "request_reason"))
                .hasValue("50%");
    }

    @Test
    void hasNoValueOfAnotherSection() {
        IniFile file = IniFile.parse("[Core]\nproject = acme\n[compute]\nregion = r\n");
        assertThat(file.value("core", "project")).isEmpty();
        assertThat(file.value("compute", "project")).isEmpty();
        assertThat(IniFile.EMPTY.value("core", "project")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "project = acme                 | line 1: expected a section such as [core] before it",
                "[core]~secret                  | line 2: expected KEY = VALUE, a [section] or a # comment",
                "[core]~= acme                  | line 2: expected KEY = VALUE, a [section] or a # comment",
                "[core]~a = b~A = c             | line 3: the key a is there twice",
                "[core]~[compute]~[core]        | line 3: the section [core] is there twice",
                "{\"project\": 1}               | line 1: expected a section such as [core] before it"
            })
    void refusesWhatPythonRefusesAndDoesNotQuoteIt(String lines, String message) {
        assertThatThrownBy(() -> IniFile.parse(lines.replace('~', '\n')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void followsNoReference() {
        assertThatThrownBy(() -> IniFile.parse("[core]\nproject = %(other)s\n").value("core", "project"))
                .hasMessage("the value of core/project has a % that is not written as %%; references are not followed");
    }
}
