// SPDX-License-Identifier: Apache-2.0
package dev.longrun.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpRequestTest {
    private static final Origin ORIGIN = Origin.https("file.googleapis.com");
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Nested
    class Headers {

        @Test
        void areReplacedWhateverTheirCase() {
            HttpRequest request = get("/v1/o").withHeader("User-Agent", "a").withHeader("user-agent", "b");

            assertThat(request.headers().values()).containsExactly("b");
        }

        @Test
        void areACopyThatCannotBeChanged() {
            Map<String, String> given = new HashMap<>(Map.of("a", "1"));
            HttpRequest request =
                    HttpRequest.of(HttpMethod.GET, ORIGIN, "/v1", SECOND).withHeaders(given);
            given.put("b", "2");

            assertThat(request.headers()).containsOnlyKeys("a");
            assertThatThrownBy(() -> request.headers().put("c", "3")).isInstanceOf(UnsupportedOperationException.class);
        }

        @Test
        void withALineBreakAreRefusedWithoutTheValue() {
            assertThatThrownBy(() -> get("/v1").withHeader("Authorization", "Bearer s3cret\r\nx: y"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("header Authorization: its value must be printable ASCII; character 14 of 19 is U+000D"
                            + " (the value is not shown: it may be secret)");
        }

        @Test
        void withNonAsciiAreRefusedWithoutTheValue() {
            assertThatThrownBy(() -> get("/v1").withHeader("x-goog-user-project", "s3cret-ü"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("character 8 of 8 is U+00FC")
                    .hasMessageNotContaining("s3cret");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "a b", "a:", "a\n", "ü"})
        void withANameThatIsNoTokenAreRefused(String name) {
            assertThatThrownBy(() -> get("/v1").withHeader(name, "s3cret"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("header name must be letters, digits and")
                    .hasMessageNotContaining("s3cret");
        }
    }

    @Nested
    class Url {

        @Test
        void isOriginPathAndQuery() {
            assertThat(get("/v1/o").url()).isEqualTo("https://file.googleapis.com/v1/o");
            assertThat(HttpRequest.of(HttpMethod.GET, ORIGIN, "/v1/o", SECOND)
                            .withQuery("pageSize=5")
                            .url())
                    .isEqualTo("https://file.googleapis.com/v1/o?pageSize=5");
        }

        @Test
        void mustStartWithASlash() {
            assertThatThrownBy(() -> get("v1")).hasMessage("HTTP request: the path must start with '/'; got \"v1\"");
        }

        @Test
        void mustNotNameAnotherHost() {
            assertThatThrownBy(() -> get("//evil.example/x"))
                    .hasMessage("HTTP request: the path must not start with '//', which would name another host;"
                            + " got \"//evil.example/x\"");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/a b", "/a\\b", "/a?b", "/a#b", "/ü", "/a\r\nb", "/\u007f", "/%zz", "/%", "/%4"})
        void mustBePercentEncoded(String path) {
            assertThatThrownBy(() -> get(path))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("HTTP request: the path must be percent-encoded; got ");
        }

        @Test
        void mustHaveAnEncodedQuery() {
            assertThatThrownBy(() -> HttpRequest.of(HttpMethod.GET, ORIGIN, "/v1", SECOND)
                            .withQuery("a=b c"))
                    .hasMessage("HTTP request: the query must be percent-encoded; got \"a=b c\"");
        }
    }

    @Test
    void printsNeitherHeadersNorBody() {
        HttpRequest request = HttpRequest.of(HttpMethod.POST, ORIGIN, "/v1/o:wait", SECOND)
                .withHeader("Authorization", "Bearer s3cret")
                .withBody("{\"s3cret\":1}");

        assertThat(request).hasToString("POST https://file.googleapis.com/v1/o:wait");
    }

    @Test
    void aGetHasNoBody() {
        assertThatThrownBy(() ->
                        HttpRequest.of(HttpMethod.GET, ORIGIN, "/v1", SECOND).withBody("{}"))
                .hasMessage("HTTP request: GET has no body; got \"2 characters\"");
    }

    @Test
    void aTimeoutOfNothingIsRefused() {
        assertThatThrownBy(() -> HttpRequest.of(HttpMethod.GET, ORIGIN, "/v1", Duration.ZERO))
                .hasMessage("HTTP request: the timeout must be more than zero; got \"PT0S\"");
    }

    private static HttpRequest get(String path) {
        return HttpRequest.of(HttpMethod.GET, ORIGIN, path, SECOND);
    }
}
