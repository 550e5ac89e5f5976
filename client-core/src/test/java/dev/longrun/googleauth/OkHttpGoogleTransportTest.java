// SPDX-License-Identifier: Apache-2.0
package dev.longrun.googleauth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.http.ByteArrayContent;
import com.google.api.client.http.EmptyContent;
import com.google.api.client.http.GZipEncoding;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpContent;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpResponseException;
import com.google.api.client.http.InputStreamContent;
import dev.longrun.okhttp.OkHttpTransport;
import dev.longrun.okhttp.RawServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OkHttpGoogleTransportTest {
    private final MockWebServer server = new MockWebServer();
    private final OkHttpClient http = new OkHttpClient();
    private final OkHttpGoogleTransport transport = OkHttpGoogleTransport.over(http);

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Nested
    class WhatIsSent {

        @ParameterizedTest
        @CsvSource({"GET,", "HEAD,", "DELETE,", "POST, 0", "PUT, 0", "PATCH, 0"})
        void withoutContent(String method, String length) throws Exception {
            server.enqueue(new MockResponse.Builder().build());

            execute(request(method, null));

            RecordedRequest sent = server.takeRequest();
            assertThat(sent.getMethod()).isEqualTo(method);
            assertThat(sent.getHeaders().get("Content-Length")).isEqualTo(length);
            assertThat(sent.getHeaders().get("Content-Type")).isNull();
        }

        @ParameterizedTest
        @ValueSource(strings = {"GET", "HEAD"})
        void noBodyForContentOfLengthZero(String method) throws Exception {
            server.enqueue(new MockResponse.Builder().build());

            execute(request(method, new EmptyContent()));

            assertThat(server.takeRequest().getHeaders().get("Content-Length")).isNull();
            assertThatThrownBy(() -> execute(request(method, ByteArrayContent.fromString("text/plain", "lost"))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith(": a " + method + " request has no content; got some of type text/plain");
        }

        @Test
        void contentWithItsTypeAndLength() throws Exception {
            server.enqueue(new MockResponse.Builder().build());

            execute(request("POST", ByteArrayContent.fromString("application/json; charset=UTF-8", "{}")));

            RecordedRequest sent = server.takeRequest();
            assertThat(sent.getBody().utf8()).isEqualTo("{}");
            assertThat(sent.getHeaders().get("Content-Length")).isEqualTo("2");
            assertThat(sent.getHeaders().get("Content-Type")).isEqualTo("application/json; charset=UTF-8");
        }

        @Test
        void contentOfUnknownLength() throws Exception {
            server.enqueue(new MockResponse.Builder().build());

            execute(request("PUT", new InputStreamContent("text/plain", new ByteArrayInputStream(new byte[100_000]))));

            RecordedRequest sent = server.takeRequest();
            assertThat(sent.getBody().size()).isEqualTo(100_000);
            assertThat(sent.getHeaders().get("Transfer-Encoding")).isEqualTo("chunked");
        }

        @Test
        void contentThatGoogleHttpClientZipped() throws Exception {
            server.enqueue(new MockResponse.Builder().build());

            execute(request("POST", ByteArrayContent.fromString("text/plain", "zip me"))
                    .setEncoding(new GZipEncoding()));

            RecordedRequest sent = server.takeRequest();
            assertThat(sent.getHeaders().get("Content-Encoding")).isEqualTo("gzip");
            assertThat(new GZIPInputStream(
                            new ByteArrayInputStream(sent.getBody().toByteArray())))
                    .hasContent("zip me");
        }

        @Test
        void headersButNoneThatWouldBreakTheLine() throws Exception {
            HttpRequest request = request("GET", null);
            request.getHeaders().set("x-secret", "s3cret\r\nx-more: 1");

            assertThatThrownBy(request::execute)
                    .isInstanceOf(IOException.class)
                    .hasMessage("header x-secret has a character that cannot be sent"
                            + " (the value is not shown: it may be secret)");
            assertThat(server.getRequestCount()).isZero();
        }
    }

    @Nested
    class WhatComesBack {

        @Test
        void headersAndBodyAsTheyCame() throws Exception {
            server.enqueue(new MockResponse.Builder()
                    .code(200)
                    .addHeader("x-goog-thing", "1")
                    .addHeader("Content-Type", "text/plain; charset=utf-8")
                    .body("grüezi")
                    .build());

            HttpResponse response = request("GET", null).execute();

            assertThat(response.getHeaders().get("x-goog-thing")).asString().contains("1");
            assertThat(response.parseAsString()).isEqualTo("grüezi");
        }

        @Test
        void aZippedBodyIsUnzippedOnce() throws Exception {
            server.enqueue(new MockResponse.Builder()
                    .addHeader("Content-Encoding", "gzip")
                    .body(new Buffer().write(zipped("packed")))
                    .build());

            assertThat(request("GET", null).execute().parseAsString()).isEqualTo("packed");
        }

        @Test
        void aStatusThatIsAnErrorWithItsRetryAfter() throws Exception {
            server.enqueue(new MockResponse.Builder()
                    .code(503)
                    .addHeader("Retry-After", "0")
                    .body("busy")
                    .build());

            assertThatThrownBy(request("GET", null)::execute)
                    .isInstanceOfSatisfying(HttpResponseException.class, refused -> {
                        assertThat(refused.getStatusCode()).isEqualTo(503);
                        assertThat(refused.getHeaders().getRetryAfter()).isEqualTo("0");
                        assertThat(refused.getContent()).isEqualTo("busy");
                    });
            assertThat(server.getRequestCount()).isEqualTo(1);
        }

        @Test
        void aRedirectWhichGoogleHttpClientFollowsWithoutTheCredential() throws Exception {
            server.enqueue(new MockResponse.Builder()
                    .code(302)
                    .addHeader("Location", "/elsewhere")
                    .build());
            server.enqueue(new MockResponse.Builder().body("here").build());
            HttpRequest request = request("GET", null);
            request.getHeaders().setAuthorization("Bearer s3cret");

            assertThat(request.execute().parseAsString()).isEqualTo("here");

            assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer s3cret");
            assertThat(server.takeRequest().getHeaders().get("Authorization")).isNull();
        }

        @Test
        void nothingInTime() throws Exception {
            try (RawServer stalled = RawServer.saying("")) {
                HttpRequest request =
                        request("GET", stalled.origin() + "/", null).setReadTimeout(100);

                assertThatThrownBy(request::execute)
                        .isInstanceOf(SocketTimeoutException.class)
                        .hasMessage("127.0.0.1: no complete response in time");
                stalled.awaitHangUp();
            }
        }

        @Test
        void aHangUp() throws Exception {
            try (RawServer rude = new RawServer((raw, connection) -> raw.readRequest(connection))) {
                HttpRequest request = request("POST", rude.origin() + "/", null);

                assertThatThrownBy(request::execute)
                        .isInstanceOf(SocketException.class)
                        .hasMessageStartingWith("127.0.0.1: unexpected end of stream");
                assertThat(rude.requests()).hasSize(1);
            }
        }

        @Test
        void whatAGetAsksForAgainWhenAKeptConnectionHasDied() throws Exception {
            try (RawServer once = new RawServer((raw, connection) -> {
                raw.readRequest(connection);
                RawServer.say(connection, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
            })) {
                execute(request("GET", once.origin() + "/", null));
                execute(request("GET", once.origin() + "/", null));

                assertThat(once.requests()).hasSize(2);
            }
        }
    }

    @Test
    void connectionsAreSharedWithEveryTransportOverTheSameClient() throws Exception {
        server.enqueue(new MockResponse.Builder().body("1").build());
        server.enqueue(new MockResponse.Builder().body("2").build());

        execute(request("GET", null));
        OkHttpClient other = OkHttpTransport.over(http).client();
        other.newCall(new okhttp3.Request.Builder().url(server.url("/")).build())
                .execute()
                .close();

        assertThat(server.takeRequest().getConnectionIndex()).isZero();
        assertThat(server.takeRequest().getConnectionIndex()).isZero();
    }

    @Test
    void anAddressThatIsNone() {
        assertThatThrownBy(() -> request("GET", "ftp://h/x?key=s3cret", null).execute())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected URL scheme 'http' or 'https' but was 'ftp'");
    }

    private HttpRequest request(String method, @Nullable HttpContent content) throws IOException {
        return request(method, server.url("/v1/o").toString(), content);
    }

    private HttpRequest request(String method, String url, @Nullable HttpContent content) throws IOException {
        return transport.createRequestFactory().buildRequest(method, new GenericUrl(url), content);
    }

    private static void execute(HttpRequest request) throws IOException {
        request.execute().ignore();
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
