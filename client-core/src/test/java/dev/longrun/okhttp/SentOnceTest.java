// SPDX-License-Identifier: Apache-2.0
package dev.longrun.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.http.HttpMethod;
import dev.longrun.http.HttpRequest;
import dev.longrun.http.HttpResponse;
import dev.longrun.http.Origin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OkHttp repeats requests by itself in several situations; here it must not, also with a client of the application. */
class SentOnceTest {
    private final MockWebServer server = new MockWebServer();
    private final OkHttpTransport transport = OkHttpTransport.over(new OkHttpClient.Builder()
            .retryOnConnectionFailure(true)
            .followRedirects(true)
            .authenticator((route, response) -> response.request())
            .build());
    private Origin origin = Origin.https("unset");

    @BeforeEach
    void start() throws Exception {
        server.start();
        origin = Origin.parse("http://127.0.0.1:" + server.getPort());
    }

    @AfterEach
    void stop() {
        transport.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, 503, 0",
        "GET, 503, 0",
        "DELETE, 503, 0",
        "POST, 408, 0",
        "GET, 408, 0",
        "POST, 401, 0",
        "GET, 401, 0",
        "POST, 421, 0",
        "GET, 503, 99999999999",
        "POST, 408, 99999999999",
    })
    void aStatusThatAsksForAnotherTryIsAnAnswer(String method, int status, String retryAfter) throws Exception {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("Retry-After", retryAfter)
                .body("busy")
                .build());
        server.enqueue(new MockResponse.Builder().body("repeated").build());

        HttpResponse response =
                transport.send(HttpRequest.of(HttpMethod.valueOf(method), origin, "/v1/o", Requests.AMPLE));

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.text()).isEqualTo("busy");
        assertThat(response.header("retry-after")).contains(retryAfter);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsAnAnswerAndTakesNoCredentialsAnywhere(int status) throws Exception {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("Location", server.url("/elsewhere"))
                .build());
        server.enqueue(new MockResponse.Builder().body("followed").build());

        HttpResponse response = transport.send(Requests.cancel(origin).withHeader("Authorization", "Bearer s3cret"));

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.header("Location"))
                .contains(server.url("/elsewhere").toString());
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aConnectionThatWasClosedWhileItWaitedCostsThePostItsAnswer() throws Exception {
        try (RawServer once = new RawServer((raw, connection) -> {
            raw.readRequest(connection);
            RawServer.say(connection, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
            raw.readRequest(connection); // reads the second, and hangs up on it
        })) {
            transport.send(Requests.get(once.origin()));

            assertThatThrownBy(() -> transport.send(Requests.cancel(once.origin())))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("unexpected end of stream");
            assertThat(once.requests()).hasSize(2);
            assertThat(once.requests().get(1)).startsWith("POST /v1/o:cancel HTTP/1.1\r\n");
        }
    }

    @Test
    void cookiesAreNeitherSentNorKept() throws Exception {
        Jar jar = new Jar();
        server.enqueue(new MockResponse.Builder().addHeader("Set-Cookie", "b=2").build());

        try (OkHttpTransport withJar =
                OkHttpTransport.over(new OkHttpClient.Builder().cookieJar(jar).build())) {
            withJar.send(Requests.get(origin));
        }

        assertThat(server.takeRequest().getHeaders().get("Cookie")).isNull();
        assertThat(jar.kept).isEmpty();
    }

    /** Has a cookie for everybody. */
    private static final class Jar implements CookieJar {
        final List<Cookie> kept = new ArrayList<>();

        @Override
        public List<Cookie> loadForRequest(HttpUrl url) {
            return List.of(
                    new Cookie.Builder().domain(url.host()).name("a").value("1").build());
        }

        @Override
        public void saveFromResponse(HttpUrl url, List<Cookie> cookies) {
            kept.addAll(cookies);
        }
    }
}
