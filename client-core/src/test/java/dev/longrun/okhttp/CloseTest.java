// SPDX-License-Identifier: Apache-2.0
package dev.longrun.okhttp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.error.ConfigurationException;
import dev.longrun.http.HttpResponse;
import dev.longrun.http.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CloseTest {

    @Test
    void aClosedTransportSendsNothing() throws Exception {
        try (RawServer server = RawServer.saying("")) {
            OkHttpTransport transport = OkHttpTransport.create();
            transport.close();
            transport.close();

            assertThatThrownBy(() -> transport.send(Requests.get(server.origin())))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("GET " + server.origin()
                            + "/v1/o: the client is closed; send before closing it, or make a new one");
            assertThat(transport).hasToString("OkHttpTransport (closed)");
        }
    }

    @Test
    void closingEndsWhatIsUnderWay() throws Exception {
        try (RawServer server = RawServer.saying("")) {
            OkHttpTransport transport = OkHttpTransport.create();
            FutureTask<HttpResponse> call = inBackground(() -> transport.send(Requests.cancel(server.origin())));
            server.awaitRequest();
            transport.close();

            assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS))
                    .hasRootCauseInstanceOf(IOException.class)
                    .cause()
                    .hasMessage(
                            "POST " + server.origin()
                                    + "/v1/o:cancel: the client was closed before the response came; the request may have arrived");
            server.awaitHangUp();
        }
    }

    @Test
    void aCallThatBeganJustBeforeSendsNothingAfterwards() throws Exception {
        var begun = new CountDownLatch(1);
        var closed = new CountDownLatch(1);
        OkHttpClient hesitant = listenedToBy(new EventListener() {
            @Override
            public void callStart(Call call) {
                begun.countDown();
                await(closed);
            }
        });
        try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")) {
            OkHttpTransport transport = OkHttpTransport.over(hesitant);
            FutureTask<HttpResponse> call = inBackground(() -> transport.send(Requests.cancel(server.origin())));
            begun.await();
            transport.close();
            closed.countDown();

            assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("POST " + server.origin()
                            + "/v1/o:cancel: the client is closed; send before closing it, or make a new one");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void othersOverItsClientSendNothingAfterwardsEither() throws Exception {
        try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")) {
            OkHttpTransport transport = OkHttpTransport.create();
            Call tokens = transport
                    .client()
                    .newCall(new Request.Builder()
                            .url(server.origin().toString())
                            .build());
            transport.close();

            assertThatThrownBy(tokens::execute)
                    .isInstanceOf(IOException.class)
                    .hasMessage("the client is closed, so nothing is sent");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void closingEndsWhatIsInTheMiddleOfItsAnswer() throws Exception {
        var reading = new CountDownLatch(1);
        OkHttpClient client = listenedToBy(new EventListener() {
            @Override
            public void responseBodyStart(Call call) {
                reading.countDown();
            }
        });
        try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{")) {
            OkHttpTransport transport = OkHttpTransport.over(client);
            FutureTask<HttpResponse> call = inBackground(() -> transport.send(Requests.get(server.origin())));
            reading.await();
            transport.close();

            assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOf(IOException.class)
                    .hasMessage("GET " + server.origin()
                            + "/v1/o: the client was closed before the response came; the request may have arrived");
        }
    }

    @Test
    void aConnectionThatWasInUseIsDroppedToo() throws Exception {
        List<Protocol> http2 = List.of(Protocol.H2_PRIOR_KNOWLEDGE); // it outlives a call that is cancelled
        try (MockWebServer server = new MockWebServer()) {
            server.setProtocols(http2);
            server.start();
            OkHttpTransport transport = OkHttpTransport.owning(new OkHttpClient.Builder().protocols(http2), Dns.SYSTEM);
            FutureTask<HttpResponse> call = inBackground(
                    () -> transport.send(Requests.get(Origin.parse("http://127.0.0.1:" + server.getPort()))));
            server.takeRequest();
            transport.close();

            assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS)).hasRootCauseInstanceOf(IOException.class);
            assertThat(transport.client().connectionPool().connectionCount()).isZero();
        }
    }

    @Test
    void ownConnectionsAreDropped() throws Exception {
        try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")) {
            OkHttpTransport transport = OkHttpTransport.create();
            transport.send(Requests.get(server.origin()));
            assertThat(transport.client().connectionPool().connectionCount()).isEqualTo(1);

            transport.close();

            assertThat(transport.client().connectionPool().connectionCount()).isZero();
            server.awaitHangUp();
        }
    }

    @Test
    void aCallersClientLivesOnWithItsConnectionsAndCalls() throws Exception {
        OkHttpClient client = new OkHttpClient();
        try (MockWebServer server = new MockWebServer();
                RawServer stalled = RawServer.saying("")) {
            server.start();
            server.enqueue(new MockResponse.Builder().body("{}").build());
            server.enqueue(new MockResponse.Builder().body("still here").build());
            OkHttpTransport transport = OkHttpTransport.over(client);
            transport.send(Requests.get(Origin.parse("http://127.0.0.1:" + server.getPort())));
            Call callersOwn = client.newCall(
                    new Request.Builder().url(stalled.origin().toString()).build());
            inBackground(callersOwn::execute);
            stalled.awaitRequest();

            transport.close();

            assertThat(callersOwn.isCanceled()).isFalse();
            assertThat(client.connectionPool().idleConnectionCount()).isEqualTo(1);
            try (var answer = client.newCall(
                            new Request.Builder().url(server.url("/")).build())
                    .execute()) {
                assertThat(answer.body().string()).isEqualTo("still here");
            }
            callersOwn.cancel();
        }
    }

    @Test
    void aJvmEndsAtOnceWithoutAClose() throws Exception {
        try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")) {
            Process jvm = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Forgetful.class.getName(),
                            server.origin().toString())
                    .redirectErrorStream(true)
                    .start();

            assertThat(new String(jvm.getInputStream().readAllBytes(), UTF_8).strip())
                    .isEqualTo("HTTP 200, 2 bytes");
            assertThat(jvm.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(jvm.exitValue()).isZero();
        }
    }

    private static OkHttpClient listenedToBy(EventListener listener) {
        return new OkHttpClient.Builder().eventListener(listener).build();
    }

    private static <T> FutureTask<T> inBackground(Callable<T> call) {
        FutureTask<T> task = new FutureTask<>(call);
        new Thread(task, "under-way").start();
        return task;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A program that sends and forgets to close. */
    static final class Forgetful {
        public static void main(String[] args) throws Exception {
            System.out.println(OkHttpTransport.create().send(Requests.get(Origin.parse(args[0]))));
        }
    }
}
