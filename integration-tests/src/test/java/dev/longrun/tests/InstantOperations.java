// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import dev.longrun.error.ApiException;
import dev.longrun.error.Code;
import dev.longrun.error.Status;
import dev.longrun.json.JsonObject;
import dev.longrun.operation.ListRequest;
import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationPage;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A service that answers without any time passing and counts, so that requests can be compared to the last one. */
final class InstantOperations extends ReadsOnly {
    private static final Duration STEP = Duration.ofMillis(25);

    private final VirtualTime time;
    private final Map<OperationName, Long> endsAt = new LinkedHashMap<>();
    final Set<OperationName> hiddenFromLists = new HashSet<>();
    boolean refusesLists;
    int pageSize = 500;
    int gets;
    int lists;
    private final Queue<Runnable> asked = new ArrayDeque<>();

    InstantOperations(VirtualTime time) {
        this.time = time;
    }

    void add(OperationName name, Duration runsFor) {
        endsAt.put(name, time.nanoTime() + runsFor.toNanos());
    }

    int requests() {
        return gets + lists;
    }

    /** Moves the clock in steps of a slot, so that no read is late, and answers the requests on the way. */
    void advance(Duration duration) {
        for (Duration left = duration; left.compareTo(Duration.ZERO) > 0; left = left.minus(STEP)) {
            time.advance(STEP);
            for (Runnable answer = asked.poll(); answer != null; answer = asked.poll()) {
                answer.run();
            }
        }
    }

    @Override
    public CompletableFuture<Operation> getAsync(OperationName name) {
        gets++;
        CompletableFuture<Operation> answer = new CompletableFuture<>();
        asked.add(() -> answer.complete(look(name)));
        return answer;
    }

    @Override
    public CompletableFuture<OperationPage> listAsync(ListRequest request) {
        lists++;
        CompletableFuture<OperationPage> answer = new CompletableFuture<>();
        asked.add(() -> answer(request, answer));
        return answer;
    }

    private void answer(ListRequest request, CompletableFuture<OperationPage> answer) {
        if (refusesLists) {
            answer.completeExceptionally(
                    ApiException.builder("no lists here", Status.of(Code.UNIMPLEMENTED, "no lists here"), 501)
                            .build());
            return;
        }
        List<OperationName> all = new ArrayList<>(endsAt.keySet());
        all.removeAll(hiddenFromLists);
        int from = request.pageToken().isEmpty() ? 0 : Integer.parseInt(request.pageToken());
        int to = Math.min(all.size(), from + pageSize);
        String next = to < all.size() ? Integer.toString(to) : "";
        answer.complete(
                OperationPage.of(all.subList(from, to).stream().map(this::look).toList())
                        .withNextPageToken(next));
    }

    private Operation look(OperationName name) {
        boolean done = time.nanoTime() - endsAt.get(name) >= 0;
        return Operation.read(name, JsonObject.parse("{\"name\":\"" + name + "\",\"done\":" + done + "}"));
    }
}
