// SPDX-License-Identifier: Apache-2.0
package dev.longrun.okhttp;

import dev.longrun.error.ConfigurationException;
import dev.longrun.http.HttpRequest;
import dev.longrun.http.HttpResponse;
import dev.longrun.http.NotSentException;
import dev.longrun.http.ProxyResolver;
import dev.longrun.http.Transport;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;

/**
 * {@link Transport} over OkHttp. A request blocks one thread: the caller's, or one of the given executor. OkHttp's own
 * retries, redirects, authenticators, cookies, cache, and read and write timeouts are off.
 *
 * <p>The timeout of a request covers the lookup of the host, connecting, sending and reading the whole body. An
 * interrupt of a blocking request ends it at once until it is sent and on HTTP/2; on HTTP/1.1 it ends when the next
 * bytes arrive or the timeout passes. Completing the future of an asynchronous request closes its connection.
 *
 * <p>All threads of OkHttp are daemons, so they keep no JVM alive.
 */
public final class OkHttpTransport implements Transport {
    private static final int CONNECTIONS = 64;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration PING_INTERVAL = Duration.ofSeconds(30);
    private static final long HEAP_FOR_HTTP_2 = 256L << 20;
    private static final long FOREVER = Long.MAX_VALUE / 4;

    private final OkHttpClient client;
    private final Runnable release;
    private final OkHttpRequestMapper requests = new OkHttpRequestMapper();
    private final InFlightCalls calls = new InFlightCalls();
    private final AbandonableDns dns;
    private final LargeBodies large;

    private OkHttpTransport(OkHttpClient.Builder client, Dns lookups, LargeBodies large, Runnable release) {
        this.large = large;
        // After a refused start Okio starts its watchdog never again, so it comes before all calls.
        EarlyTimeout.INSTANCE.begin();
        this.dns = new AbandonableDns(lookups);
        this.client = OkHttpClients.of(client, calls, dns);
        this.release = release;
    }

    /** With a connection pool of its own, which {@link #close} empties. */
    public static OkHttpTransport create() {
        return owning(ofThisHeap(), Dns.SYSTEM);
    }

    private static OkHttpClient.Builder ofThisHeap() {
        return new OkHttpClient.Builder()
                .protocols(protocols(Runtime.getRuntime().maxMemory()));
    }

    /** OkHttp's reader of an HTTP/2 connection takes in up to 16 MiB of each response ahead of its call. */
    static List<Protocol> protocols(long heap) {
        return heap < HEAP_FOR_HTTP_2 ? List.of(Protocol.HTTP_1_1) : List.of(Protocol.HTTP_2, Protocol.HTTP_1_1);
    }

    static OkHttpTransport owning(OkHttpClient.Builder client, Dns lookups) {
        return owning(client, lookups, LargeBodies.ofHeap());
    }

    static OkHttpTransport owning(OkHttpClient.Builder client, Dns lookups, LargeBodies large) {
        ConnectionPool pool = new ConnectionPool(CONNECTIONS, 5, TimeUnit.MINUTES);
        OpenSockets sockets = new OpenSockets();
        client.connectionPool(pool)
                .socketFactory(sockets)
                .connectTimeout(CONNECT_TIMEOUT)
                // Connects on the thread of the call, to one address after another. OkHttp's other way takes a second
                // thread for each connection; where the system refuses one, no later call of the process connects.
                .fastFallback(false)
                .pingInterval(PING_INTERVAL);
        return new OkHttpTransport(client, lookups, large, () -> {
            sockets.close();
            pool.evictAll();
        });
    }

    /**
     * With the proxy, TLS, interceptors, connect timeout and connections of {@code client}, which is neither changed
     * nor closed: {@link #close} aborts only the requests of this transport. Transports over the same client share
     * connections; calls that the application makes with the client itself have others, as they look up names by
     * themselves.
     */
    public static OkHttpTransport over(OkHttpClient client) {
        return new OkHttpTransport(client.newBuilder(), client.dns(), LargeBodies.ofHeap(), () -> {});
    }

    /** {@link #over} the client or else {@link #create}, with the proxies of the resolver instead of the usual ones. */
    public static OkHttpTransport of(Optional<OkHttpClient> client, Optional<ProxyResolver> proxy) {
        if (proxy.isEmpty()) {
            return client.isPresent() ? over(client.get()) : create();
        }
        return client.isPresent()
                ? over(ProxyRoutes.apply(client.get().newBuilder(), proxy.get()).build())
                : owning(ProxyRoutes.apply(ofThisHeap(), proxy.get()), Dns.SYSTEM);
    }

    /** The client that sends, to share its connections; usable until {@link #close}. */
    public OkHttpClient client() {
        return client;
    }

    @Override
    public HttpResponse send(HttpRequest request) throws IOException {
        return execute(request, newCall(request));
    }

    @Override
    public CompletableFuture<HttpResponse> sendAsync(HttpRequest request, Executor executor) {
        CompletableFuture<HttpResponse> result = new CompletableFuture<>();
        try {
            Call call = newCall(request);
            result.whenComplete((response, failure) -> {
                if (failure != null) {
                    call.cancel();
                }
            });
            executor.execute(() -> complete(result, request, call));
        } catch (RuntimeException notSent) {
            result.completeExceptionally(notSent);
        }
        return result;
    }

    private void complete(CompletableFuture<HttpResponse> result, HttpRequest request, Call call) {
        if (result.isDone()) {
            return;
        }
        try {
            result.complete(execute(request, call));
        } catch (Throwable failed) {
            result.completeExceptionally(failed);
        }
    }

    private Call newCall(HttpRequest request) {
        if (calls.closed()) {
            throw closed(request);
        }
        Call call = client.newCall(requests.of(request));
        call.timeout().timeout(nanos(request.timeout()), TimeUnit.NANOSECONDS);
        return call;
    }

    private HttpResponse execute(HttpRequest request, Call call) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw interruptedBefore(request, new InterruptedException());
        }
        calls.add(call);
        EarlyTimeout.INSTANCE.begin();
        try (Response response = call.execute()) {
            return answer(response, call);
        } catch (InFlightCalls.ClosedException e) {
            throw closed(request);
        } catch (ProxyRejectedException rejected) {
            throw new ConfigurationException(request + ": " + rejected.getMessage(), rejected);
        } catch (Throwable thrown) { // of an interceptor too, which may throw anything
            Exception e = thrown instanceof Exception known ? known : new IOException(thrown.toString(), thrown);
            throw calls.maybeSent(call) ? explained(request, e) : notSent(request, e);
        } finally {
            ended(call);
        }
    }

    @Override
    public void close() {
        calls.close();
        client.dispatcher().cancelAll(); // requests of others that share the client
        release.run();
        dns.close();
    }

    @Override
    public String toString() {
        return "OkHttpTransport" + (calls.closed() ? " (closed)" : "");
    }

    /** The last request on a connection that was in use at close releases it. */
    private void ended(Call call) {
        calls.remove(call);
        if (calls.closed()) {
            release.run();
        }
    }

    private static ConfigurationException closed(HttpRequest request) {
        return new ConfigurationException(
                request + ": the client is closed; send before closing it, or make a new one");
    }

    private HttpResponse answer(Response response, Call call) throws IOException {
        byte[] body = LimitedBodyReader.read(response, call, large);
        okhttp3.Headers received = response.headers();
        return new HttpResponse(response.code(), () -> headers(received), body);
    }

    private static Map<String, String> headers(okhttp3.Headers received) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        received.forEach(header -> headers.merge(header.getFirst(), header.getSecond(), (a, b) -> a + ", " + b));
        return Collections.unmodifiableMap(headers);
    }

    /** The connection or its TLS session was not made; classes of the platform that say so stay as they are. */
    private IOException notSent(HttpRequest request, Exception e) {
        if (e instanceof InterruptedException) { // OkHttp throws it undeclared if the thread is interrupted
            Thread.currentThread().interrupt();
        }
        if (Thread.currentThread().isInterrupted()) {
            return interruptedBefore(request, e);
        } else if (calls.closed()) {
            throw closed(request);
        } else if (e instanceof InterruptedIOException) {
            return new NotSentException(
                    request + ": no connection within " + rounded(request.timeout()) + " (" + e.getMessage()
                            + "); nothing was sent",
                    e);
        } else if (e instanceof IOException known && NotSentException.isSaidBy(known)) {
            return known;
        }
        return new NotSentException(request + ": " + e + "; nothing was sent", e);
    }

    private IOException explained(HttpRequest request, Exception e) {
        if (Thread.currentThread().isInterrupted()) {
            return because(
                    e,
                    new InterruptedIOException(request + ": the thread was interrupted; the request may have arrived"));
        } else if (calls.closed()) {
            return new IOException(
                    request + ": the client was closed before the response came; the request may have arrived", e);
        } else if (e instanceof InterruptedIOException) {
            String what = request + ": no complete response within " + rounded(request.timeout()) + " ("
                    + e.getMessage() + ")";
            return (IOException)
                    new SocketTimeoutException(what + "; the connection was aborted, the request may have arrived")
                            .initCause(e);
        } else if (e instanceof IOException known && !NotSentException.isSaidBy(known)) {
            return known;
        }
        return new IOException(request + ": " + e + "; the request may have arrived", e);
    }

    private static NotSentException interruptedBefore(HttpRequest request, Exception cause) {
        return new NotSentException(request + ": the thread was interrupted before anything was sent", cause);
    }

    private static Duration rounded(Duration timeout) {
        return timeout.truncatedTo(ChronoUnit.MILLIS);
    }

    private static <E extends IOException> E because(Throwable cause, E e) {
        e.initCause(cause);
        return e;
    }

    private static long nanos(Duration timeout) {
        return timeout.compareTo(Duration.ofNanos(FOREVER)) < 0 ? timeout.toNanos() : FOREVER;
    }
}
