// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks;

import dev.longrun.call.CallOptions;
import dev.longrun.json.JsonObject;
import dev.longrun.operation.ListRequest;
import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationPage;
import dev.longrun.operation.Operations;
import dev.longrun.service.OperationName;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** Operations that never end, read without network. Responses are queued until {@link #respond}. */
public final class CannedOperations implements Operations {
    private static final int PAGE = 500;

    private final List<OperationName> names;
    private final Function<OperationName, JsonObject> response;
    private final Queue<Runnable> pending = new ArrayDeque<>();

    /** @param response to a get of one of the operations */
    public CannedOperations(List<OperationName> names, Function<OperationName, JsonObject> response) {
        this.names = names;
        this.response = response;
    }

    private Operation running(OperationName name) {
        return Operation.read(name, response.apply(name));
    }

    @Override
    public CallOptions options() {
        return CallOptions.defaults();
    }

    @Override
    public Operations with(CallOptions options) {
        return this;
    }

    @Override
    public Operation get(OperationName name) {
        return running(name);
    }

    @Override
    public CompletableFuture<Operation> getAsync(OperationName name) {
        return later(() -> running(name));
    }

    @Override
    public OperationPage list(ListRequest request) {
        int from = request.pageToken().isEmpty() ? 0 : Integer.parseInt(request.pageToken());
        int to = Math.min(names.size(), from + PAGE);
        return OperationPage.of(
                        names.subList(from, to).stream().map(this::running).toList())
                .withNextPageToken(to < names.size() ? Integer.toString(to) : "");
    }

    @Override
    public CompletableFuture<OperationPage> listAsync(ListRequest request) {
        return later(() -> list(request));
    }

    private <T> CompletableFuture<T> later(Supplier<T> response) {
        CompletableFuture<T> future = new CompletableFuture<>();
        pending.add(() -> future.complete(response.get()));
        return future;
    }

    /** Completes all pending requests, and the requests that follow from them. */
    public void respond() {
        for (Runnable response = pending.poll(); response != null; response = pending.poll()) {
            response.run();
        }
    }

    @Override
    public void cancel(OperationName name) {
        throw new UnsupportedOperationException("a watch only reads");
    }

    @Override
    public CompletableFuture<Void> cancelAsync(OperationName name) {
        throw new UnsupportedOperationException("a watch only reads");
    }

    @Override
    public void delete(OperationName name) {
        throw new UnsupportedOperationException("a watch only reads");
    }

    @Override
    public CompletableFuture<Void> deleteAsync(OperationName name) {
        throw new UnsupportedOperationException("a watch only reads");
    }

    @Override
    public Operation wait(OperationName name, Duration timeout) {
        throw new UnsupportedOperationException("Filestore binds no wait");
    }

    @Override
    public CompletableFuture<Operation> waitAsync(OperationName name, Duration timeout) {
        throw new UnsupportedOperationException("Filestore binds no wait");
    }
}
