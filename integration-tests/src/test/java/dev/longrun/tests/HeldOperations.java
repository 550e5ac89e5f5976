// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import dev.longrun.call.CallOptions;
import dev.longrun.json.JsonObject;
import dev.longrun.operation.ListRequest;
import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationPage;
import dev.longrun.operation.Operations;
import dev.longrun.service.OperationName;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service whose responses come when the test gives them. It throws for names that cannot be asked for. */
final class HeldOperations extends ReadsOnly {
    /** One get, as it was asked for. */
    record Get(OperationName name, CallOptions options, CompletableFuture<Operation> answer) {
        void running() {
            answer.complete(Operation.read(name, JsonObject.parse("{}")));
        }

        void done() {
            answer.complete(Operation.read(name, JsonObject.parse("{\"done\":true,\"response\":{}}")));
        }
    }

    final List<Get> gets = new CopyOnWriteArrayList<>();
    final List<CompletableFuture<OperationPage>> lists = new CopyOnWriteArrayList<>();
    final Map<OperationName, RuntimeException> cannotBeAsked = new ConcurrentHashMap<>();
    CallOptions usual = CallOptions.defaults();
    private CallOptions options = usual;

    @Override
    public CallOptions options() {
        return usual;
    }

    @Override
    public Operations with(CallOptions those) {
        options = those;
        return this;
    }

    @Override
    public CompletableFuture<Operation> getAsync(OperationName name) {
        if (cannotBeAsked.containsKey(name)) {
            throw cannotBeAsked.get(name);
        }
        Get get = new Get(name, options, new CompletableFuture<>());
        gets.add(get);
        return get.answer();
    }

    @Override
    public CompletableFuture<OperationPage> listAsync(ListRequest request) {
        var page = new CompletableFuture<OperationPage>();
        lists.add(page);
        return page;
    }
}
