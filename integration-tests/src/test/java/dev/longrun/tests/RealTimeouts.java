// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import dev.longrun.http.HttpRequest;
import dev.longrun.http.HttpResponse;
import dev.longrun.http.Transport;
import dev.longrun.okhttp.OkHttpTransport;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * A transport for a client on a virtual clock. The timeout of a request is what is left on that clock, which may be a
 * few milliseconds, but a socket has real timeouts, and a busy machine needs more: it has ten seconds at least.
 */
final class RealTimeouts implements Transport {
    private static final Duration LEAST = Duration.ofSeconds(10);

    private final Transport sockets = OkHttpTransport.create();

    @Override
    public HttpResponse send(HttpRequest request) throws IOException {
        return sockets.send(patient(request));
    }

    @Override
    public CompletableFuture<HttpResponse> sendAsync(HttpRequest request, Executor executor) {
        return sockets.sendAsync(patient(request), executor);
    }

    private static HttpRequest patient(HttpRequest request) {
        return request.timeout().compareTo(LEAST) >= 0 ? request : request.withTimeout(LEAST);
    }

    @Override
    public void close() {
        sockets.close();
    }
}
