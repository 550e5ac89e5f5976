// SPDX-License-Identifier: Apache-2.0
package dev.longrun.okhttp;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.http.HttpRequest;
import dev.longrun.http.NotSentException;
import dev.longrun.http.Origin;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Stalled sockets end with the request's timeout, and are really closed. */
@Timeout(20)
class TimeoutTest {
    private static final Duration SHORT = Duration.ofSeconds(1);

    private final OkHttpTransport transport = OkHttpTransport.create();

    @AfterEach
    void stop() {
        transport.close();
    }

    @Test
    void whenTheAnswerNeverStarts() throws Exception {
        try (RawServer server = RawServer.saying("")) {
            assertThatThrownBy(() -> transport.send(Requests.cancel(server.origin(), SHORT)))
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessage("POST " + server.origin() + "/v1/o:cancel: no complete response within PT1S (timeout);"
                            + " the connection was aborted, the request may have arrived");
            server.awaitHangUp();
        }
    }

    @Test
    void whenTheHeadersStopHalfway() throws Exception {
        try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-")) {
            assertThatThrownBy(() -> transport.send(Requests.get(server.origin(), SHORT)))
                    .isInstanceOf(SocketTimeoutException.class);
            server.awaitHangUp();
        }
    }

    @Test
    void whenTheBodyStopsHalfway() throws Exception {
        try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"name")) {
            assertThatThrownBy(() -> transport.send(Requests.get(server.origin(), SHORT)))
                    .isInstanceOf(SocketTimeoutException.class);
            server.awaitHangUp();
        }
    }

    @Test
    void whenTheBodyDripsOnAndOn() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse.Builder()
                    .body("x".repeat(10_000))
                    .throttleBody(1, 20, MILLISECONDS)
                    .build());

            assertThatThrownBy(() ->
                            transport.send(Requests.get(Origin.parse("http://127.0.0.1:" + server.getPort()), SHORT)))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void whenTheHandshakeStalls() throws Exception {
        try (RawServer server = new RawServer(RawServer::awaitHangUp)) {
            Origin secure = new Origin("https", "127.0.0.1", server.port());

            assertThatThrownBy(() -> transport.send(Requests.get(secure, SHORT)))
                    .isInstanceOf(NotSentException.class)
                    .hasMessage("GET " + secure + "/v1/o: no connection within PT1S (timeout); nothing was sent");
            server.awaitHangUp();
        }
    }

    @Test
    void whenAnHttp2StreamStalls() throws Exception {
        try (MockWebServer server = new MockWebServer();
                OkHttpTransport http2 = OkHttpTransport.over(new OkHttpClient.Builder()
                        .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                        .build())) {
            server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
            Always answer = new Always(new MockResponse.Builder().body("{}").build());
            server.setDispatcher(answer);
            server.start();
            Origin origin = Origin.parse("http://127.0.0.1:" + server.getPort());
            http2.send(Requests.get(origin)); // the connection is there, however slow the machine is

            answer.response = new MockResponse.Builder()
                    .onResponseStart(SocketEffect.Stall.INSTANCE)
                    .build();
            assertThatThrownBy(() -> http2.send(Requests.get(origin, SHORT)))
                    .isInstanceOf(SocketTimeoutException.class);
            answer.response = new MockResponse.Builder().body("{}").build();
            assertThat(http2.send(Requests.get(origin)).text()).isEqualTo("{}");
        }
    }

    @Test
    void aCallersOwnShorterTimeoutsDoNotCutAWaitShort() throws Exception {
        OkHttpClient impatient = new OkHttpClient.Builder()
                .callTimeout(Duration.ofMillis(50))
                .readTimeout(Duration.ofMillis(50))
                .build();
        try (MockWebServer server = new MockWebServer();
                OkHttpTransport patient = OkHttpTransport.over(impatient)) {
            server.start();
            server.enqueue(new MockResponse.Builder()
                    .headersDelay(200, MILLISECONDS)
                    .body("{}")
                    .build());

            assertThat(patient.send(Requests.get(Origin.parse("http://127.0.0.1:" + server.getPort())))
                            .text())
                    .isEqualTo("{}");
        }
    }

    @Test
    void aTimeoutOfAllTimeIsNoTimeout() throws Exception {
        try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")) {
            HttpRequest request = Requests.get(server.origin(), Duration.ofSeconds(Long.MAX_VALUE));

            assertThat(transport.send(request).text()).isEqualTo("{}");
        }
    }

    /** The same answer whichever request comes first; a queue could keep the stall for the second one. */
    private static final class Always extends Dispatcher {
        volatile MockResponse response;

        Always(MockResponse response) {
            this.response = response;
        }

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            return response;
        }

        @Override
        public MockResponse peek() {
            return response;
        }
    }
}
