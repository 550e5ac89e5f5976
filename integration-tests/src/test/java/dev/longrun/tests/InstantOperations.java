// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import dev.longrun.call.CallOptions;
import dev.longrun.error.ApiException;
import dev.longrun.error.Code;
import dev.longrun.error.Status;
import dev.longrun.json.JsonObject;
import dev.longrun.operation.ListRequest;
import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationPage;
import dev.longrun.operation.Operations;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A service that answers at once and counts, so that requests can be compared to the last one. */
final class InstantOperations extends ReadsOnly {
    private final VirtualTime time;
    private final Map<OperationName, Long> endsAt = new LinkedHashMap<>();
    final Set<OperationName> hiddenFromLists = new HashSet<>();
    boolean refusesLists;
    int pageSize = 500;
    int gets;
    int lists;

    InstantOperations(VirtualTime time) {
        this.time = time;
    }

    void add(OperationName name, Duration runsFor) {
        endsAt.put(name, time.nanoTime() + runsFor.toNanos());
    }

    int requests() {
        return gets + lists;
    }

    @Override
    public CallOptions options() {
        return CallOptions.standard();
    }

    @Override
    public Operations with(CallOptions options) {
        return this;
    }

    @Override
    public CompletableFuture<Operation> getAsync(OperationName name) {
        gets++;
        return CompletableFuture.completedFuture(look(name));
    }

    @Override
    public CompletableFuture<OperationPage> listAsync(ListRequest request) {
        lists++;
        if (refusesLists) {
            return CompletableFuture.failedFuture(new ApiException(
                    "no lists here",
                    Status.of(Code.UNIMPLEMENTED, "no lists here"),
                    501,
                    true,
                    Optional.empty(),
                    Optional.empty()));
        }
        List<OperationName> all = new ArrayList<>(endsAt.keySet());
        all.removeAll(hiddenFromLists);
        int from = request.pageToken().isEmpty() ? 0 : Integer.parseInt(request.pageToken());
        int to = Math.min(all.size(), from + pageSize);
        Optional<String> next = to < all.size() ? Optional.of(Integer.toString(to)) : Optional.empty();
        return CompletableFuture.completedFuture(
                new OperationPage(all.subList(from, to).stream().map(this::look).toList(), next, List.of()));
    }

    private Operation look(OperationName name) {
        boolean done = time.nanoTime() - endsAt.get(name) >= 0;
        return Operation.read(name, JsonObject.parse("{\"name\":\"" + name + "\",\"done\":" + done + "}"));
    }
}
