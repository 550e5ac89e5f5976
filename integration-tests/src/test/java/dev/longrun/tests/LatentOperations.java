// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import dev.longrun.json.JsonObject;
import dev.longrun.operation.ListRequest;
import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationPage;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A service whose every response takes the same time, with pages of up to 1,000 operations. Counts what it sends. */
final class LatentOperations extends ReadsOnly {
    private final VirtualTime time;
    private final Duration latency;
    private final Map<OperationName, Long> ends;
    private final List<OperationName> listed;
    int requests;
    int shown;

    /**
     * @param ends when each operation ends, on the clock of {@code time}
     * @param listed what a list shows, in its order
     */
    LatentOperations(VirtualTime time, Duration latency, Map<OperationName, Long> ends, List<OperationName> listed) {
        this.time = time;
        this.latency = latency;
        this.ends = ends;
        this.listed = listed;
    }

    @Override
    public CompletableFuture<Operation> getAsync(OperationName name) {
        return later(() -> read(name));
    }

    @Override
    public CompletableFuture<OperationPage> listAsync(ListRequest request) {
        return later(() -> {
            int from = request.pageToken().isEmpty() ? 0 : Integer.parseInt(request.pageToken());
            int to = Math.min(listed.size(), from + Math.min(1000, request.pageSize()));
            List<Operation> page =
                    listed.subList(from, to).stream().map(this::read).toList();
            return OperationPage.of(page).withNextPageToken(to < listed.size() ? Integer.toString(to) : "");
        });
    }

    private <T> CompletableFuture<T> later(Supplier<T> response) {
        requests++;
        CompletableFuture<T> future = new CompletableFuture<>();
        time.schedule(latency, () -> future.complete(response.get()));
        return future;
    }

    private Operation read(OperationName name) {
        shown++;
        boolean done = time.nanoTime() - ends.getOrDefault(name, Long.MAX_VALUE) >= 0;
        return Operation.read(name, JsonObject.parse(done ? "{\"done\":true}" : "{}"));
    }
}
