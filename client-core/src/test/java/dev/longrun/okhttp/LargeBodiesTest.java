// SPDX-License-Identifier: Apache-2.0
package dev.longrun.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.http.HttpRequest;
import dev.longrun.http.HttpResponse;
import dev.longrun.http.NotSentException;
import dev.longrun.http.Origin;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.management.ManagementFactory;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The memory of all bodies together is bounded. The transport has no permit until the test gives one. */
@Timeout(30)
class LargeBodiesTest {
    private static final int MB = 1 << 20;
    private static final int LENGTH = 7 * MB;

    private final LargeBodies large = new LargeBodies(0, MB);
    private final OkHttpTransport transport = transport(new OkHttpClient.Builder());

    @AfterEach
    void stop() {
        transport.close();
    }

    @ParameterizedTest
    @EnumSource
    void aLargeBodyWaitsForItsPermitAndGivesItBack(BodyForm form) throws Exception {
        try (RawServer server = form.serving(LENGTH)) {
            FutureTask<HttpResponse> call = inBackground(server, Requests.AMPLE);
            awaitWaiting(1);
            assertThat(call.isDone()).isFalse();
            large.leave();

            assertThat(call.get().body()).isEqualTo(BodyForm.body(LENGTH));
            assertThat(large.free()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSmallBodyNeedsNone(BodyForm form) throws Exception {
        try (RawServer server = form.serving(MB)) {
            assertThat(transport.send(Requests.get(server.origin())).body()).isEqualTo(BodyForm.body(MB));
        }
    }

    @Test
    void aBodyOverHttp2Waits() throws Exception {
        List<Protocol> http2 = List.of(Protocol.H2_PRIOR_KNOWLEDGE);
        try (MockWebServer server = new MockWebServer();
                OkHttpTransport overHttp2 = transport(new OkHttpClient.Builder().protocols(http2))) {
            server.setProtocols(http2);
            server.start();
            server.enqueue(new MockResponse.Builder()
                    .body(new Buffer().write(BodyForm.body(LENGTH)))
                    .build());
            Origin origin = Origin.parse("http://127.0.0.1:" + server.getPort());
            FutureTask<HttpResponse> call = inBackground(overHttp2, Requests.get(origin));
            awaitWaiting(1);
            large.leave();

            assertThat(call.get().body()).isEqualTo(BodyForm.body(LENGTH));
        }
    }

    @Test
    void theWaitEndsAtTheTimeoutOfARequestThatWentOut() throws Exception {
        try (RawServer server = BodyForm.ANNOUNCED.serving(LENGTH)) {
            assertThatThrownBy(() -> transport.send(Requests.cancel(server.origin(), Duration.ofSeconds(2))))
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessage("POST " + server.origin()
                            + "/v1/o:cancel: no complete response within PT2S (other large responses were read);"
                            + " the connection was aborted, the request may have arrived");
            server.awaitHangUp();
        }
        assertThat(large.waiting()).isZero();
    }

    @Test
    void aCancelledCallLeavesTheWait() throws Exception {
        try (RawServer server = BodyForm.CHUNKED.serving(LENGTH)) {
            CompletableFuture<Void> left = new CompletableFuture<>();
            CompletableFuture<HttpResponse> call = transport.sendAsync(
                    Requests.get(server.origin()),
                    task -> daemon(() -> {
                        task.run();
                        left.complete(null);
                    }));
            awaitWaiting(1);
            call.cancel(true);

            left.get(5, TimeUnit.SECONDS);
            server.awaitHangUp();
            assertThat(large.waiting()).isZero();
        }
    }

    @Test
    void aClosedTransportLeavesTheWait() throws Exception {
        try (RawServer server = BodyForm.ZIPPED.serving(LENGTH)) {
            FutureTask<HttpResponse> call = inBackground(server, Requests.AMPLE);
            awaitWaiting(1);
            transport.close();

            assertThatThrownBy(() -> call.get(5, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(IOException.class)
                    .hasMessageEndingWith(
                            "the client was closed before the response came; the request may have arrived");
        }
    }

    @Test
    void anInterruptedThreadLeavesTheWait() throws Exception {
        try (RawServer server = BodyForm.ANNOUNCED.serving(LENGTH)) {
            AtomicBoolean interrupted = new AtomicBoolean();
            FutureTask<HttpResponse> call = new FutureTask<>(() -> {
                try {
                    return transport.send(Requests.get(server.origin()));
                } finally {
                    interrupted.set(Thread.currentThread().isInterrupted());
                }
            });
            Thread caller = daemon(call);
            awaitWaiting(1);
            caller.interrupt();

            assertThatThrownBy(() -> call.get(5, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOf(InterruptedIOException.class)
                    .isNotInstanceOf(NotSentException.class)
                    .hasMessageEndingWith("the thread was interrupted; the request may have arrived");
            assertThat(interrupted).isTrue();
            server.awaitHangUp();
            large.leave();
            assertThat(large.free())
                    .as("no permit is lost to the call that left")
                    .isEqualTo(1);
        }
    }

    @Test
    void aBodyThatBreaksOffGivesItsPermitBack() throws Exception {
        large.leave();
        try (RawServer server = new RawServer((raw, connection) -> {
            raw.readRequest(connection);
            RawServer.say(connection, "HTTP/1.1 200 OK\r\nContent-Length: " + LENGTH + "\r\n\r\nhalf");
        })) {
            assertThatThrownBy(() -> transport.send(Requests.get(server.origin())))
                    .isInstanceOf(IOException.class);
        }
        assertThat(large.free()).isEqualTo(1);
    }

    @Test
    void theOldestWaitIsServedFirstAndThoseThatLeftAreSkipped() throws Exception {
        try (RawServer server = BodyForm.ANNOUNCED.serving(LENGTH)) {
            CompletableFuture<HttpResponse> gone =
                    transport.sendAsync(Requests.get(server.origin()), LargeBodiesTest::daemon);
            awaitWaiting(1);
            FutureTask<HttpResponse> first = inBackground(server, Requests.AMPLE);
            awaitWaiting(2);
            FutureTask<HttpResponse> second = inBackground(server, Requests.AMPLE);
            awaitWaiting(3);
            gone.cancel(true);
            awaitWaiting(2);
            large.leave();

            assertThat(first.get().body()).hasSize(LENGTH);
            assertThat(second.get().body()).hasSize(LENGTH);
            assertThat(large.free()).isEqualTo(1);
        }
    }

    @Test
    void anAnnouncedLengthIsReadWithoutACopy() throws Exception {
        large.leave();
        try (RawServer warmUp = BodyForm.ANNOUNCED.serving(LENGTH);
                RawServer server = BodyForm.ANNOUNCED.serving(LENGTH)) {
            transport.send(Requests.get(warmUp.origin())); // loads classes
            long before = allocated();
            transport.send(Requests.get(server.origin()));

            assertThat(allocated() - before).isBetween((long) LENGTH, LENGTH + 4L * MB);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {MB, LENGTH - 1, LENGTH, LENGTH + 1, 2 * LENGTH})
    void aBodyOfAnotherLengthThanAnInterceptorSaysIsReadAsItIs(int said) throws Exception {
        large.leave();
        OkHttpClient.Builder lying = new OkHttpClient.Builder().addInterceptor(chain -> {
            Response response = chain.proceed(chain.request());
            return response.newBuilder()
                    .body(ResponseBody.create(response.body().source(), null, said))
                    .build();
        });
        try (RawServer server = BodyForm.ANNOUNCED.serving(LENGTH);
                OkHttpTransport misled = transport(lying)) {
            assertThat(misled.send(Requests.get(server.origin())).body()).isEqualTo(BodyForm.body(LENGTH));
        }
    }

    @ParameterizedTest
    @CsvSource({"67108864, 1, 131072", "1073741824, 8, 1048576", "34359738368, 64, 1048576", "4194304, 1, 65536"})
    void anEighthOfTheHeapIsForLargeBodiesAndAnEighthForSmallOnes(long heap, int permits, long small) {
        LargeBodies bodies = LargeBodies.ofHeap(heap);
        assertThat(bodies.free()).isEqualTo(permits);
        assertThat(bodies.small()).isEqualTo(small);
    }

    @Test
    void aSmallHeapIsLeftToHttp1WhereTheSystemHoldsWhatIsNotRead() {
        assertThat(OkHttpTransport.protocols(64L << 20)).containsExactly(Protocol.HTTP_1_1);
        assertThat(OkHttpTransport.protocols(256L << 20)).containsExactly(Protocol.HTTP_2, Protocol.HTTP_1_1);
    }

    private OkHttpTransport transport(OkHttpClient.Builder client) {
        return OkHttpTransport.owning(client, Dns.SYSTEM, large);
    }

    private FutureTask<HttpResponse> inBackground(RawServer server, Duration timeout) {
        return inBackground(transport, Requests.get(server.origin(), timeout));
    }

    private static FutureTask<HttpResponse> inBackground(OkHttpTransport transport, HttpRequest request) {
        FutureTask<HttpResponse> call = new FutureTask<>(() -> transport.send(request));
        daemon(call);
        return call;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "reads-a-large-body");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void awaitWaiting(int calls) {
        while (large.waiting() != calls) {
            if (Thread.interrupted()) {
                throw new AssertionError("waiting for " + calls + " calls; got " + large.waiting());
            }
            Thread.yield();
        }
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
