// SPDX-License-Identifier: Apache-2.0
package dev.longrun.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.http.HttpRequest;
import dev.longrun.http.HttpResponse;
import dev.longrun.http.NotSentException;
import dev.longrun.http.Origin;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A name server that does not answer, whose lookups cannot be stopped. */
@Timeout(30)
class DeadDnsTest {
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration AMPLE = Duration.ofSeconds(20);
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

    private final DeadDns dns = new DeadDns();
    private final OkHttpTransport transport =
            OkHttpTransport.over(new OkHttpClient.Builder().dns(dns).build());

    @AfterEach
    void stop() {
        dns.over.countDown();
        transport.close();
    }

    private static Origin dead(String host) {
        return new Origin("https", host + ".dead", 443);
    }

    @Test
    void endsTheRequestAtItsTimeoutWithNothingSent() {
        assertThatThrownBy(() -> transport.send(Requests.cancel(dead("a"), SHORT)))
                .isInstanceOf(NotSentException.class)
                .hasMessage("POST https://a.dead/v1/o:cancel: no connection within PT0.1S (timeout); nothing was sent");
    }

    @Test
    void costsOneThreadForAHostAndFewForMany() {
        List<CompletableFuture<HttpResponse>> requests = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            HttpRequest request = Requests.get(dead("host-" + i % 30), SHORT);
            requests.add(transport.sendAsync(request, task -> new Thread(task, "caller").start()));
        }
        for (CompletableFuture<HttpResponse> request : requests) {
            assertThat(request).failsWithin(AMPLE).withThrowableThat().withCauseInstanceOf(NotSentException.class);
        }
        assertThat(dns.threads()).isEqualTo(16);
        assertThat(dns.asked).doesNotHaveDuplicates();
    }

    @Test
    void keepsNoOtherHostFromBeingFound() throws Exception {
        assertThatThrownBy(() -> transport.send(Requests.get(dead("a"), SHORT))).isInstanceOf(NotSentException.class);
        try (RawServer server = RawServer.saying(OK)) {
            Origin other = new Origin("http", "found", server.port());
            assertThat(transport.send(Requests.get(other)).text()).isEqualTo("{}");
        }
    }

    @Test
    void isLeftByAThreadThatIsInterrupted() throws Exception {
        FutureTask<Boolean> call = new FutureTask<>(() -> {
            assertThatThrownBy(() -> transport.send(Requests.get(dead("a"), AMPLE)))
                    .isInstanceOf(NotSentException.class)
                    .hasMessageEndingWith("the thread was interrupted before anything was sent");
            return Thread.interrupted();
        });
        Thread thread = new Thread(call, "interrupted");
        thread.start();
        dns.reached.await();
        thread.interrupt();
        assertThat(call.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void isLeftByAFutureThatIsCancelledAndByAClose() throws Exception {
        CountDownLatch ended = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            CompletableFuture<HttpResponse> request = transport.sendAsync(
                    Requests.get(dead("a"), AMPLE),
                    task -> new Thread(
                                    () -> {
                                        task.run();
                                        ended.countDown();
                                    },
                                    "caller")
                            .start());
            dns.reached.await();
            if (i == 0) {
                request.cancel(true);
            }
        }
        transport.close();
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void isNotTheSameAsAnUnknownHost() {
        assertThatThrownBy(() -> transport.send(Requests.get(new Origin("https", "unknown", 443))))
                .isInstanceOf(UnknownHostException.class)
                .hasMessage("unknown");
    }

    /** Hosts that end in {@code .dead} are looked up until the end of the test, {@code unknown} is none. */
    private static final class DeadDns implements Dns {
        final CountDownLatch reached = new CountDownLatch(1);
        final CountDownLatch over = new CountDownLatch(1);
        final List<String> asked = java.util.Collections.synchronizedList(new ArrayList<>());

        @Override
        public List<InetAddress> lookup(String host) throws UnknownHostException {
            if (host.equals("unknown")) {
                throw new UnknownHostException(host);
            } else if (!host.endsWith(".dead")) {
                return List.of(InetAddress.getLoopbackAddress());
            }
            asked.add(host);
            reached.countDown();
            while (over.getCount() > 0) {
                try {
                    over.await();
                } catch (InterruptedException ignored) {
                    // as the lookup of a system
                }
            }
            throw new UnknownHostException(host);
        }

        long threads() {
            return Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().equals("longrun-dns"))
                    .count();
        }
    }
}
