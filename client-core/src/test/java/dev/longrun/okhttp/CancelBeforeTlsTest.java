// SPDX-License-Identifier: Apache-2.0
package dev.longrun.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.http.HttpResponse;
import dev.longrun.http.Origin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Of a host with two addresses the first does not answer, and a server at the second answers no TLS handshake. */
@Timeout(60)
class CancelBeforeTlsTest {
    private static final Executor THREADS = task -> new Thread(task, "call").start();

    private final CompletableFuture<CompletableFuture<HttpResponse>> response = new CompletableFuture<>();
    private final CountDownLatch handshake = new CountDownLatch(1);

    @Test
    void closesTheConnection() throws Exception {
        try (RawServer server = new RawServer((self, connection) -> self.awaitHangUp(connection));
                OkHttpTransport transport = OkHttpTransport.over(client())) {
            Origin origin = new Origin("https", "two-addresses.test", server.port());
            response.complete(transport.sendAsync(Requests.get(origin), THREADS));

            server.awaitHangUp();
        }
        assertThat(response.join()).isCancelled();
        assertThat(handshake.getCount()).as("the listener of the application").isZero();
    }

    private OkHttpClient client() throws IOException {
        InetAddress mute = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
        return new OkHttpClient.Builder()
                .dns(host -> List.of(mute, InetAddress.getLoopbackAddress()))
                .socketFactory(new MuteAddress(mute))
                .eventListener(new EventListener() {
                    @Override
                    public void secureConnectStart(Call call) {
                        handshake.countDown();
                    }
                })
                .build();
    }

    /**
     * Sockets that connect to one address never. OkHttp closes such a socket after the other address has answered and
     * before the handshake; this cancels the call.
     */
    private final class MuteAddress extends UnconnectedSockets {
        private final InetAddress mute;

        MuteAddress(InetAddress mute) {
            this.mute = mute;
        }

        @Override
        public Socket createSocket() {
            return new Socket() {
                private final CountDownLatch closed = new CountDownLatch(1);
                private volatile boolean isMute;

                @Override
                public void connect(SocketAddress address, int timeout) throws IOException {
                    isMute = ((InetSocketAddress) address).getAddress().equals(mute);
                    if (!isMute) {
                        super.connect(address, timeout);
                        return;
                    }
                    try {
                        closed.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    throw new SocketException("closed");
                }

                @Override
                public void close() throws IOException {
                    if (isMute) {
                        response.join().cancel(true);
                    }
                    closed.countDown();
                    super.close();
                }
            };
        }
    }
}
