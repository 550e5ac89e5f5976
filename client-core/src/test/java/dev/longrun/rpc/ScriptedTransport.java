// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import dev.longrun.http.HttpRequest;
import dev.longrun.http.HttpResponse;
import dev.longrun.http.Transport;
import dev.longrun.time.HandTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Answers in the order it was told, each answer taking its time. */
final class ScriptedTransport implements Transport {
    private final HandTime time;
    private final Queue<Exchange> script = new ArrayDeque<>();
    final List<HttpRequest> sent = new ArrayList<>();

    ScriptedTransport(HandTime time) {
        this.time = time;
    }

    interface Exchange {
        HttpResponse of(HttpRequest request) throws IOException;
    }

    ScriptedTransport answers(HttpResponse response) {
        return then(request -> response);
    }

    ScriptedTransport fails(IOException failure) {
        return then(request -> {
            throw failure;
        });
    }

    /** Takes that long, then does the next thing. */
    ScriptedTransport takes(Duration duration, Exchange exchange) {
        return then(request -> {
            time.advance(duration);
            return exchange.of(request);
        });
    }

    ScriptedTransport then(Exchange exchange) {
        script.add(exchange);
        return this;
    }

    @Override
    public CompletableFuture<HttpResponse> sendAsync(HttpRequest request, Executor executor) {
        sent.add(request);
        CompletableFuture<HttpResponse> response = new CompletableFuture<>();
        executor.execute(() -> {
            try {
                response.complete(script.remove().of(request));
            } catch (IOException | RuntimeException failed) {
                response.completeExceptionally(failed);
            }
        });
        return response;
    }

    @Override
    public void close() {}
}
