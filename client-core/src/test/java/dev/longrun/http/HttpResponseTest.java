// SPDX-License-Identifier: Apache-2.0
package dev.longrun.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpResponseTest {
    private final HttpResponse response =
            new HttpResponse(200, Map.of("Content-Type", "text/plain"), "zürich".getBytes(UTF_8));

    @Test
    void headersAreFoundInAnyCase() {
        assertThat(response.header("content-type")).contains("text/plain");
        assertThat(response.header("etag")).isEmpty();
    }

    @Test
    void textIsUtf8() {
        assertThat(response.text()).isEqualTo("zürich");
    }

    @Test
    void printsNothingOfWhatItSays() {
        assertThat(response).hasToString("HTTP 200, 7 bytes");
    }
}
