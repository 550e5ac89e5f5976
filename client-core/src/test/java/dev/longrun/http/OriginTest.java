// SPDX-License-Identifier: Apache-2.0
package dev.longrun.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

    @ParameterizedTest
    @CsvSource({
        "https://file.googleapis.com, https, file.googleapis.com, 443",
        "https://file.googleapis.com:443/, https, file.googleapis.com, 443",
        "file.googleapis.com, https, file.googleapis.com, 443",
        "localhost:8080, https, localhost, 8080",
        "http://127.0.0.1:8080/, http, 127.0.0.1, 8080",
        "HTTP://LocalHost, http, localhost, 80",
        "http://[::1]:8080, http, ::1, 8080",
    })
    void aUrlThatEndsAfterItsPortIsAnOrigin(String url, String scheme, String host, int port) {
        assertThat(Origin.parse(url)).isEqualTo(new Origin(scheme, host, port));
    }

    @ParameterizedTest
    @CsvSource({
        "https://h:443, https://h",
        "http://h:80, http://h",
        "https://h:80, https://h:80",
        "http://[::1]:8080, http://[::1]:8080",
        "h, https://h",
    })
    void itPrintsWithoutTheUsualPort(String url, String printed) {
        assertThat(Origin.parse(url)).hasToString(printed);
        assertThat(Origin.parse(printed)).isEqualTo(Origin.parse(url));
    }

    @Nested
    class WhatIsRefused {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://h/v1",
                    "https://h//",
                    "https://h?a",
                    "https://h#a",
                    "https://h:",
                    "https://h:123456",
                    ":8080x"
                })
        void whateverComesAfterThePort(String url) {
            assertThatThrownBy(() -> Origin.parse(url))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("origin: expected scheme, host and port only, like https://file.googleapis.com; got \""
                            + url + "\"");
        }

        @Test
        void userInfoWithoutPrintingIt() {
            assertThatThrownBy(() -> Origin.parse("https://me:secret@h"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("origin: user info ('…@') does not belong into a URL; give credentials separately");
        }

        @Test
        void anotherScheme() {
            assertThatThrownBy(() -> Origin.parse("ftp://h"))
                    .hasMessage("origin: the scheme must be https or http; got \"ftp://h\"");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "https://", "-h", "h.", "a..b", "h_ü", "h h", "h%2e", "h\\x", "[::g]", "[localhost]"})
        void aHostThatIsNone(String url) {
            assertThatThrownBy(() -> Origin.parse(url))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("origin: a host is letters, digits, '.', '-' and '_', or an IP address");
        }

        @Test
        void aPortThatIsNone() {
            assertThatThrownBy(() -> Origin.parse("h:99999"))
                    .hasMessage("origin: the port must be 1 to 65535; got \"h:99999\"");
        }

        @Test
        void controlCharactersAreShownByTheirCode() {
            assertThatThrownBy(() -> Origin.parse("h\r\nx")).hasMessageEndingWith("got \"h\\u000d\\u000ax\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost",
                "http://127.0.0.1:1",
                "http://127.9.9.9",
                "http://[::1]:1",
                "https://LOCALHOST"
            })
    void loopback(String url) {
        assertThat(Origin.parse(url).isLoopback()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.evil.example",
                "http://localhost.evil.example",
                "http://128.0.0.1",
                "http://127.0.0.1.x",
                "http://[::2]"
            })
    void notLoopback(String url) {
        assertThat(Origin.parse(url).isLoopback()).isFalse();
    }

    @Test
    void onlyHttpsIsSecure() {
        assertThat(Origin.https("h").isSecure()).isTrue();
        assertThat(Origin.parse("http://localhost").isSecure()).isFalse();
    }
}
