// SPDX-License-Identifier: Apache-2.0
package dev.longrun.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.http.Origin;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A server of HTTP/2 over TLS that answers one request, then sends PINGs and reads no answer to them: the client's
 * thread that answers blocks in a write, with the locks of TLS and HTTP/2.
 */
@Timeout(60)
class PingFloodTest {
    private static final int PINGS = 300_000;
    private static final byte[] PING = {0, 0, 8, 6, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8};

    private final CountDownLatch flooded = new CountDownLatch(1);
    private final AtomicLong sent = new AtomicLong();

    @Test
    void doesNotHoldUpAClose() throws Exception {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("127.0.0.1")
                .build();
        HandshakeCertificates trusted = new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .addTrustedCertificate(certificate.certificate())
                .build();
        try (SSLServerSocket server = (SSLServerSocket) trusted.sslContext()
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setReceiveBufferSize(8 << 10);
            SSLParameters http2 = server.getSSLParameters();
            http2.setApplicationProtocols(new String[] {"h2"});
            server.setSSLParameters(http2);
            Thread flood = new Thread(() -> serve(server), "flood");
            flood.setDaemon(true);
            flood.start();
            OkHttpTransport transport = OkHttpTransport.owning(
                    new OkHttpClient.Builder().sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager()),
                    Dns.SYSTEM);
            Origin origin = new Origin("https", "127.0.0.1", server.getLocalPort());
            assertThat(transport
                            .send(Requests.get(origin, Duration.ofSeconds(20)))
                            .status())
                    .isEqualTo(200);
            awaitStandstill();

            FutureTask<Boolean> close = new FutureTask<>(transport::close, true);
            Thread closing = new Thread(close, "closing");
            closing.setDaemon(true);
            closing.start();
            assertThat(close.get(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** The client reads no more PINGs, as the write of an answer blocks. */
    private void awaitStandstill() throws InterruptedException {
        long before;
        do {
            before = sent.get();
        } while (!flooded.await(1, TimeUnit.SECONDS) && sent.get() != before);
    }

    private void serve(SSLServerSocket server) {
        try (SSLSocket connection = (SSLSocket) server.accept()) {
            InputStream in = connection.getInputStream();
            DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(connection.getOutputStream(), 8 << 10));
            frame(out, 4, 0, 0); // SETTINGS
            out.flush();
            in.readNBytes(24); // the preface
            while (true) {
                byte[] head = in.readNBytes(9);
                in.readNBytes((head[0] & 255) << 16 | (head[1] & 255) << 8 | head[2] & 255);
                if (head[3] == 1) {
                    break; // HEADERS of the request, stream 3
                }
            }
            frame(out, 1, 5, 3, 0x88); // HEADERS that end the stream: 200
            for (int i = 0; i < PINGS; i++) {
                out.write(PING);
                sent.incrementAndGet();
            }
            out.flush();
            flooded.countDown();
            new CountDownLatch(1).await(); // reads nothing more
        } catch (IOException | InterruptedException over) {
            flooded.countDown();
        }
    }

    private static void frame(OutputStream out, int type, int flags, int stream, int... payload) throws IOException {
        out.write(new byte[] {0, 0, (byte) payload.length, (byte) type, (byte) flags, 0, 0, 0, (byte) stream});
        for (int value : payload) {
            out.write(value);
        }
    }
}
