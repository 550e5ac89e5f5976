// SPDX-License-Identifier: Apache-2.0
package dev.longrun.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.longrun.error.ConfigurationException;
import dev.longrun.http.HttpRequest;
import dev.longrun.http.HttpResponse;
import dev.longrun.http.NotSentException;
import dev.longrun.http.Origin;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Failures before the first byte of a request say that nothing was sent, and later ones do not. */
@Timeout(30)
class NotSentTest {
    private static final Duration AMPLE = Duration.ofSeconds(10);

    private static IOException failure(OkHttpTransport transport, HttpRequest request) {
        try (transport) {
            return catchThrowableOfType(IOException.class, () -> transport.send(request));
        }
    }

    /** What a TLS handshake comes to with a server that runs the script. */
    private static IOException handshake(RawServer.Script script) throws IOException {
        try (RawServer server = new RawServer(script)) {
            return failure(
                    OkHttpTransport.create(), Requests.cancel(new Origin("https", "127.0.0.1", server.port()), AMPLE));
        }
    }

    private static void reset(Socket connection) throws IOException {
        connection.getInputStream().read();
        connection.setSoLinger(true, 0);
    }

    @Test
    void inAHandshakeThatIsReset() throws Exception {
        assertThat(handshake((server, connection) -> reset(connection)))
                .matches(NotSentException::isSaidBy)
                .hasMessageEndingWith("nothing was sent");
    }

    @Test
    void inAHandshakeThatTheServerEnds() throws Exception {
        assertThat(handshake((server, connection) -> connection.getInputStream().read()))
                .matches(NotSentException::isSaidBy);
    }

    @Test
    void inAHandshakeWithAServerOfPlainHttp() throws Exception {
        assertThat(handshake((server, connection) -> {
                    connection.getInputStream().read();
                    RawServer.say(connection, "HTTP/1.1 400 Bad Request\r\n\r\n");
                    server.awaitHangUp(connection);
                }))
                .matches(NotSentException::isSaidBy);
    }

    @Test
    void inAHandshakeWithACertificateThatIsNotTrusted() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.useHttps(TestTls.server().sslSocketFactory());
            server.start();
            assertThat(failure(OkHttpTransport.create(), Requests.get(TestTls.origin(server))))
                    .matches(NotSentException::isSaidBy);
        }
    }

    @Test
    void butWhenTheClientsCertificateIsRefusedAfterTheRequest() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.useHttps(TestTls.server().sslSocketFactory());
            server.requireClientAuth();
            server.setProtocols(List.of(Protocol.HTTP_1_1)); // HTTP/2 sends bytes of its own before the request
            server.start();
            IOException refused = failure(OkHttpTransport.over(TestTls.client()), Requests.get(TestTls.origin(server)));
            assertThat(NotSentException.isSaidBy(refused))
                    .as(refused.toString())
                    .isFalse();
        }
    }

    @Test
    void whenTheClientIsClosedInTheHandshake() throws Exception {
        OkHttpTransport transport = OkHttpTransport.create();
        try (RawServer server = new RawServer(RawServer::awaitHangUp)) {
            HttpRequest request = Requests.cancel(new Origin("https", "127.0.0.1", server.port()), AMPLE);
            FutureTask<HttpResponse> call = new FutureTask<>(() -> transport.send(request));
            new Thread(call, "in-a-handshake").start();
            server.awaitRequest();
            transport.close();
            assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(ConfigurationException.class);
            server.awaitHangUp();
        }
    }

    @Test
    void whenAnInterceptorFailsBeforeTheRequestButNotAfterTheResponse() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse.Builder().build());
            Origin origin = Origin.parse("http://127.0.0.1:" + server.getPort());
            assertThat(failure(intercepted(false), Requests.cancel(origin)))
                    .isInstanceOf(NotSentException.class)
                    .hasMessageEndingWith("IllegalStateException: by the application; nothing was sent")
                    .hasRootCauseInstanceOf(IllegalStateException.class);
            IOException later = failure(intercepted(true), Requests.cancel(origin));
            assertThat(NotSentException.isSaidBy(later)).isFalse();
            assertThat(later).hasMessageEndingWith("by the application; the request may have arrived");
        }
    }

    private static OkHttpTransport intercepted(boolean after) {
        return OkHttpTransport.over(new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    if (after) {
                        chain.proceed(chain.request()).close();
                    }
                    throw new IllegalStateException("by the application");
                })
                .build());
    }

    /** A server with a certificate of its own making, and a client that trusts it. */
    private static final class TestTls {
        private static final HeldCertificate CERTIFICATE = new HeldCertificate.Builder()
                .addSubjectAlternativeName("127.0.0.1")
                .build();

        static HandshakeCertificates server() {
            return new HandshakeCertificates.Builder()
                    .heldCertificate(CERTIFICATE)
                    .addTrustedCertificate(CERTIFICATE.certificate())
                    .build();
        }

        static OkHttpClient client() {
            HandshakeCertificates trusted = new HandshakeCertificates.Builder()
                    .addTrustedCertificate(CERTIFICATE.certificate())
                    .build();
            return new OkHttpClient.Builder()
                    .sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager())
                    .build();
        }

        static Origin origin(MockWebServer server) {
            return new Origin("https", "127.0.0.1", server.getPort());
        }
    }
}
