// SPDX-License-Identifier: Apache-2.0
package dev.longrun.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.http.HttpRequest;
import dev.longrun.http.NotSentException;
import dev.longrun.http.Origin;
import dev.longrun.http.Transport;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an interrupt does, as the documentation of {@link OkHttpTransport} says. */
@Timeout(20)
class InterruptTest {

    @Test
    void aThreadInterruptedBeforehandSendsNothing() throws Exception {
        try (RawServer server = RawServer.saying("");
                OkHttpTransport transport = OkHttpTransport.create()) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> transport.send(Requests.cancel(server.origin())))
                    .isInstanceOf(NotSentException.class)
                    .hasMessage("POST " + server.origin()
                            + "/v1/o:cancel: the thread was interrupted before anything was sent");
            assertThat(Thread.interrupted()).isTrue();
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void onHttp2AWaitingThreadNoticesAtOnce() throws Exception {
        try (MockWebServer server = new MockWebServer();
                OkHttpTransport transport = OkHttpTransport.over(new OkHttpClient.Builder()
                        .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                        .build())) {
            server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
            server.start();
            server.enqueue(new MockResponse.Builder()
                    .onResponseStart(SocketEffect.Stall.INSTANCE)
                    .build());
            Interrupted call =
                    new Interrupted(transport, Requests.cancel(Origin.parse("http://127.0.0.1:" + server.getPort())));
            server.takeRequest();
            call.thread.interrupt();

            assertThat(call.outcome())
                    .isInstanceOf(InterruptedIOException.class)
                    .hasMessageEndingWith("/v1/o:cancel: the thread was interrupted; the request may have arrived");
        }
    }

    @Test
    void onHttp1AWaitingThreadNoticesWithItsTimeout() throws Exception {
        try (RawServer server = RawServer.saying("");
                OkHttpTransport transport = OkHttpTransport.create()) {
            Interrupted call = new Interrupted(transport, Requests.cancel(server.origin(), Duration.ofMillis(500)));
            server.awaitRequest();
            call.thread.interrupt();

            assertThat(call.outcome())
                    .isInstanceOf(InterruptedIOException.class)
                    .hasMessageEndingWith("the thread was interrupted; the request may have arrived");
        }
    }

    @Test
    void aConnectingThreadNoticesAtOnce() throws Exception {
        HangingSockets sockets = new HangingSockets();
        try (OkHttpTransport transport = OkHttpTransport.over(
                new OkHttpClient.Builder().socketFactory(sockets).build())) {
            Interrupted call = new Interrupted(transport, Requests.get(Origin.parse("http://127.0.0.1:9")));
            sockets.connecting.await();
            call.thread.interrupt();

            assertThat(call.outcome())
                    .isInstanceOf(NotSentException.class)
                    .hasMessage("GET http://127.0.0.1:9/v1/o: the thread was interrupted before anything was sent");
        }
    }

    /** A call on a thread of its own; it ends in an exception and with the thread's flag set. */
    private static final class Interrupted {
        final Thread thread;
        private final FutureTask<IOException> task;

        Interrupted(Transport transport, HttpRequest request) {
            task = new FutureTask<>(() -> {
                try {
                    throw new AssertionError("answered: " + transport.send(request));
                } catch (IOException e) {
                    assertThat(Thread.currentThread().isInterrupted()).isTrue();
                    return e;
                }
            });
            thread = new Thread(task, "interrupted");
            thread.start();
        }

        IOException outcome() throws Exception {
            return task.get(10, TimeUnit.SECONDS);
        }
    }

    /** Sockets that connect to nothing until they are closed. */
    private static final class HangingSockets extends UnconnectedSockets {
        final CountDownLatch connecting = new CountDownLatch(1);

        @Override
        public Socket createSocket() {
            return new Socket() {
                private final CountDownLatch closed = new CountDownLatch(1);

                @Override
                public void connect(SocketAddress to, int timeout) throws IOException {
                    connecting.countDown();
                    try {
                        closed.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    throw new IOException("closed");
                }

                @Override
                public synchronized void close() throws IOException {
                    closed.countDown();
                    super.close();
                }
            };
        }
    }
}
