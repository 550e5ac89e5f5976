// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import dev.longrun.http.HttpRequest;
import dev.longrun.http.HttpResponse;
import dev.longrun.http.Transport;
import dev.longrun.okhttp.OkHttpTransport;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;

/** A transport that runs code of the test before each request and after each response; the code may throw. */
class HookedTransport implements Transport {
    private final OkHttpTransport transport = OkHttpTransport.create();
    private final BiConsumer<HttpRequest, Object> before;
    private final BiConsumer<HttpRequest, Object> after;

    HookedTransport(BiConsumer<HttpRequest, Object> before, BiConsumer<HttpRequest, Object> after) {
        this.before = before;
        this.after = after;
    }

    @Override
    public CompletableFuture<HttpResponse> sendAsync(HttpRequest request, Executor executor) {
        before.accept(request, "");
        return transport.sendAsync(request, executor).thenApply(response -> {
            after.accept(request, response);
            return answer(response);
        });
    }

    HttpResponse answer(HttpResponse response) {
        return response;
    }

    @Override
    public void close() {
        transport.close();
    }

    /** Runs the code when the headers of a response are read. */
    static final class WithHeaders extends HookedTransport {
        private final Runnable onRead;

        WithHeaders(Runnable onRead) {
            super((request, response) -> {}, (request, response) -> {});
            this.onRead = onRead;
        }

        @Override
        HttpResponse answer(HttpResponse response) {
            return new HttpResponse(
                    response.status(),
                    () -> {
                        onRead.run();
                        return response.headers();
                    },
                    response.body());
        }
    }
}
