// SPDX-License-Identifier: Apache-2.0
package dev.longrun.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.http.HttpMethod;
import dev.longrun.http.HttpRequest;
import dev.longrun.http.HttpResponse;
import dev.longrun.http.Origin;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javax.net.ssl.SSLHandshakeException;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.Buffer;
import okio.ByteString;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OkHttpTransportTest {
    private final MockWebServer server = new MockWebServer();
    private OkHttpTransport transport = OkHttpTransport.create();
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

    @Nested
    class WhatGoesOut {

        @BeforeEach
        void answer() {
            server.enqueue(new MockResponse.Builder().build());
        }

        @Test
        void anEmptyPostSaysThatItIsEmpty() throws Exception {
            transport.send(Requests.cancel(origin));

            RecordedRequest sent = server.takeRequest();
            assertThat(sent.getRequestLine()).isEqualTo("POST /v1/o:cancel HTTP/1.1");
            assertThat(sent.getHeaders().values("Content-Length")).containsExactly("0");
            assertThat(sent.getHeaders().get("Content-Type")).isNull();
            assertThat(sent.getHeaders().get("Transfer-Encoding")).isNull();
            assertThat(sent.getBodySize()).isZero();
        }

        @Test
        void aBodyIsJsonInUtf8() throws Exception {
            String body = "{\"timeout\":\"3s\",\"x\":\"zürich\"}";
            transport.send(HttpRequest.of(HttpMethod.POST, origin, "/v1/o:wait", Requests.AMPLE)
                    .withBody(body));

            RecordedRequest sent = server.takeRequest();
            assertThat(sent.getHeaders().get("Content-Type")).isEqualTo("application/json; charset=utf-8");
            assertThat(sent.getBody()).isEqualTo(ByteString.encodeUtf8(body));
        }

        @ParameterizedTest
        @ValueSource(strings = {"GET", "DELETE"})
        void thereIsNoBodyWhereThereIsNone(String method) throws Exception {
            transport.send(HttpRequest.of(HttpMethod.valueOf(method), origin, "/v1/o", Requests.AMPLE)
                    .withHeader("X-Goog-Api-Client", "gl-java/17"));

            RecordedRequest sent = server.takeRequest();
            assertThat(sent.getMethod()).isEqualTo(method);
            assertThat(sent.getHeaders().get("Content-Length")).isNull();
            assertThat(sent.getHeaders().get("x-goog-api-client")).isEqualTo("gl-java/17");
        }

        @Test
        void whatIsEncodedIsNotEncodedAgain() throws Exception {
            String path = "/v1/projects/p/x%252F%C3%BC~._-/operations/a%20b:cancel";
            transport.send(HttpRequest.of(HttpMethod.GET, origin, path, Requests.AMPLE)
                    .withQuery("filter=a%3D%22b%22&pageToken=a%2Bb"));

            assertThat(server.takeRequest().getTarget()).isEqualTo(path + "?filter=a%3D%22b%22&pageToken=a%2Bb");
        }
    }

    @Nested
    class WhatIsNeverSent {

        @ParameterizedTest
        @ValueSource(strings = {"/v1/../o", "/v1/./o", "/v1/%2e%2e/o", "/v1/%2E/o", "/v1/o/.."})
        void aPathThatOkHttpWouldChange(String path) {
            HttpRequest request = HttpRequest.of(HttpMethod.GET, origin, path, Requests.AMPLE);

            assertThatThrownBy(() -> transport.send(request))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("HTTP request: the URL would go out as http://127.0.0.1:")
                    .hasMessageContaining(", not as http://127.0.0.1:" + origin.port() + path)
                    .hasMessageEndingWith("; it must have no '.' or '..' segment and be percent-encoded");
            assertThat(server.getRequestCount()).isZero();
        }

        @Test
        void aHostThatOkHttpWouldSpellDifferently() {
            HttpRequest request = Requests.get(new Origin("http", "0:0:0:0:0:0:0:1", origin.port()));

            assertThatThrownBy(() -> transport.send(request))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("the URL would go out as http://[::1]:");
        }

        @Test
        void aHostThatIsNone() {
            HttpRequest request = Requests.get(new Origin("http", "1::2::3", 1));

            assertThatThrownBy(() -> transport.send(request))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("HTTP request: not a URL: http://[1::2::3]:1/v1/o");
        }
    }

    @Nested
    class WhatComesBack {

        @Test
        void statusHeadersAndBody() throws Exception {
            server.enqueue(new MockResponse.Builder()
                    .code(200)
                    .addHeader("Content-Type", "application/json")
                    .addHeader("Warning", "a")
                    .addHeader("Warning", "b")
                    .body("{\"name\":\"zürich\"}")
                    .build());

            HttpResponse response = transport.send(Requests.get(origin));

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.header("content-type")).contains("application/json");
            assertThat(response.header("Warning")).contains("a, b");
            assertThat(response.text()).isEqualTo("{\"name\":\"zürich\"}");
        }

        @Test
        void nothingWhenThereIsNoContent() throws Exception {
            server.enqueue(new MockResponse.Builder().code(204).build());

            HttpResponse response = transport.send(Requests.cancel(origin));

            assertThat(response.status()).isEqualTo(204);
            assertThat(response.body()).isEmpty();
        }

        @Test
        void anEmptyBodyAsAnEmptyBody() throws Exception {
            server.enqueue(new MockResponse.Builder().code(200).build());

            assertThat(transport.send(Requests.cancel(origin)).body()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(ints = {400, 401, 404, 429, 500, 502, 599})
        void anyStatusWithWhateverBody(int status) throws Exception {
            server.enqueue(new MockResponse.Builder()
                    .code(status)
                    .body("<html>no</html>")
                    .build());

            HttpResponse response = transport.send(Requests.cancel(origin));

            assertThat(response.status()).isEqualTo(status);
            assertThat(response.text()).isEqualTo("<html>no</html>");
            assertThat(server.getRequestCount()).isEqualTo(1);
        }

        @Test
        void aZippedBodyUnzipped() throws Exception {
            Buffer zipped = new Buffer();
            try (var sink = Okio.buffer(new GzipSink(zipped))) {
                sink.writeUtf8("{}");
            }
            server.enqueue(new MockResponse.Builder()
                    .addHeader("Content-Encoding", "gzip")
                    .body(zipped)
                    .build());

            assertThat(transport.send(Requests.get(origin)).text()).isEqualTo("{}");
        }
    }

    @Test
    void asManyConnectionsAreKeptAsThereWereCallersAndNoThreadIsAdded() throws Exception {
        int callers = 32;
        CyclicBarrier all = new CyclicBarrier(callers + 1);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                meet(all);
                return new MockResponse.Builder().body("{}").build();
            }
        });
        ExecutorService pool = Executors.newFixedThreadPool(callers);
        try {
            Callable<HttpResponse> call = () -> transport.send(Requests.cancel(origin));
            List<Future<HttpResponse>> answers =
                    IntStream.range(0, callers).mapToObj(i -> pool.submit(call)).toList();
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .noneMatch(name -> name.startsWith("OkHttp Dispatcher") || name.startsWith("OkHttp http"));
            meet(all);
            for (Future<HttpResponse> answer : answers) {
                assertThat(answer.get().status()).isEqualTo(200);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(transport.client().connectionPool().idleConnectionCount()).isEqualTo(callers);
    }

    private static void meet(CyclicBarrier barrier) throws InterruptedException {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (BrokenBarrierException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    @Nested
    class OverTls {
        private final HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("127.0.0.1")
                .build();

        @BeforeEach
        void secure() {
            HandshakeCertificates certificates = new HandshakeCertificates.Builder()
                    .heldCertificate(certificate)
                    .build();
            server.useHttps(certificates.sslSocketFactory());
            origin = new Origin("https", "127.0.0.1", origin.port());
            server.enqueue(new MockResponse.Builder().body("{}").build());
        }

        @Test
        void aCallersTrustIsKept() throws Exception {
            HandshakeCertificates trust = new HandshakeCertificates.Builder()
                    .addTrustedCertificate(certificate.certificate())
                    .build();
            transport.close();
            transport = OkHttpTransport.over(new OkHttpClient.Builder()
                    .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                    .protocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1))
                    .build());

            assertThat(transport.send(Requests.cancel(origin)).text()).isEqualTo("{}");
            RecordedRequest sent = server.takeRequest();
            assertThat(sent.getVersion()).isEqualTo("HTTP/2");
            assertThat(sent.getHeaders().get("Content-Length")).isEqualTo("0");
        }

        @Test
        void aStrangersCertificateEndsTheCall() {
            assertThatThrownBy(() -> transport.send(Requests.get(origin))).isInstanceOf(SSLHandshakeException.class);
            assertThat(server.getRequestCount()).isZero();
        }
    }
}
