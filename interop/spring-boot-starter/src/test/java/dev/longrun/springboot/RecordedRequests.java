// SPDX-License-Identifier: Apache-2.0
package dev.longrun.springboot;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longrun.http.HttpRequest;
import dev.longrun.http.HttpResponse;
import dev.longrun.http.Transport;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

/** A transport that keeps the requests and responds with an operation that is done. */
final class RecordedRequests implements Transport {
    private final List<HttpRequest> requests = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    HttpRequest only() {
        if (requests.size() != 1) {
            throw new AssertionError("expected one request; got " + requests);
        }
        return requests.get(0);
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public CompletableFuture<HttpResponse> sendAsync(HttpRequest request, Executor executor) {
        requests.add(request);
        String name = request.path().replaceFirst("^/v[0-9a-z]+/", "");
        byte[] body = ("{\"name\": \"" + name + "\", \"done\": true}").getBytes(UTF_8);
        return CompletableFuture.completedFuture(
                new HttpResponse(200, Map.of("content-type", "application/json"), body));
    }

    @Override
    public void close() {
        closed = true;
    }
}
