// SPDX-License-Identifier: Apache-2.0
package dev.longrun.operation;

import dev.longrun.call.CallOptions;
import dev.longrun.http.HttpResponse;
import dev.longrun.json.JsonObject;
import dev.longrun.rpc.CallRequest;
import dev.longrun.rpc.RpcClient;
import dev.longrun.service.OperationName;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The five RPCs over HTTP, blocking and asynchronous. */
final class RestOperations implements Operations {
    private static final Duration ANSWER_MARGIN = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofDays(365);

    private final RpcClient caller;
    private final OperationRequestFactory requests;
    private final CallOptions options;

    RestOperations(RpcClient caller, OperationRequestFactory requests, CallOptions options) {
        this.caller = caller;
        this.requests = requests;
        this.options = options;
    }

    @Override
    public CallOptions options() {
        return options;
    }

    @Override
    public Operations with(CallOptions other) {
        return new RestOperations(caller, requests, other);
    }

    @Override
    public Operation get(OperationName name) {
        return caller.call(requests.get(name), options, operation(name));
    }

    @Override
    public CompletableFuture<Operation> getAsync(OperationName name) {
        return caller.callAsync(requests.get(name), options, operation(name));
    }

    @Override
    public OperationPage list(ListRequest request) {
        return caller.call(requests.list(request), options, page(request));
    }

    @Override
    public CompletableFuture<OperationPage> listAsync(ListRequest request) {
        return caller.callAsync(requests.list(request), options, page(request));
    }

    @Override
    public void cancel(OperationName name) {
        caller.call(requests.cancel(name), options, RestOperations::empty);
    }

    @Override
    public CompletableFuture<@Nullable Void> cancelAsync(OperationName name) {
        return caller.callAsync(requests.cancel(name), options, RestOperations::empty);
    }

    @Override
    public void delete(OperationName name) {
        caller.call(requests.delete(name), options, RestOperations::empty);
    }

    @Override
    public CompletableFuture<@Nullable Void> deleteAsync(OperationName name) {
        return caller.callAsync(requests.delete(name), options, RestOperations::empty);
    }

    @Override
    public Operation wait(OperationName name, Duration timeout) {
        CallRequest request = requests.wait(name, timeout);
        return caller.call(request, longEnoughFor(name, timeout), operation(name));
    }

    @Override
    public CompletableFuture<Operation> waitAsync(OperationName name, Duration timeout) {
        CallRequest request = requests.wait(name, timeout);
        return caller.callAsync(request, longEnoughFor(name, timeout), operation(name));
    }

    /**
     * The attempt timeout exceeds the wait by ten seconds, or by itself if it is less; otherwise every wait would fail.
     */
    private CallOptions longEnoughFor(OperationName name, Duration wait) {
        if (wait.isNegative() || wait.compareTo(LONGEST_WAIT) > 0) {
            throw new IllegalArgumentException(
                    "the time to wait must be zero to " + LONGEST_WAIT + ", for example PT30S; got " + wait);
        }
        Duration margin =
                options.attemptTimeout().compareTo(ANSWER_MARGIN) < 0 ? options.attemptTimeout() : ANSWER_MARGIN;
        Duration attempt = name.longestWait(wait).plus(margin);
        CallOptions patient =
                options.attemptTimeout().compareTo(attempt) < 0 ? options.withAttemptTimeout(attempt) : options;
        return patient.timeout().compareTo(attempt) < 0 ? patient.withTimeout(attempt) : patient;
    }

    private static Function<HttpResponse, Operation> operation(OperationName name) {
        return response -> Operation.readResponse(name, JsonObject.parse(response.body()));
    }

    private static Function<HttpResponse, OperationPage> page(ListRequest request) {
        return response -> OperationPage.read(request.parent(), JsonObject.parse(response.body()));
    }

    /**
     * Checks the response of a cancel or delete: {@code {}}, {@code null}, an empty body and a 204 mean the same. A
     * body that is not JSON came from another server, and an error contradicts the HTTP status.
     */
    private static @Nullable Void empty(HttpResponse response) {
        String text = response.text().strip();
        if (!text.isEmpty() && !text.equals("{}") && !text.equals("null")) {
            JsonObject json = JsonObject.parse(response.body());
            if (json.has("error")) {
                throw MalformedOperation.errorInstead(json);
            }
        }
        return null;
    }
}
