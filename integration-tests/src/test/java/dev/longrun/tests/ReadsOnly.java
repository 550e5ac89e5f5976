// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import dev.longrun.call.CallOptions;
import dev.longrun.operation.ListRequest;
import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationPage;
import dev.longrun.operation.Operations;
import dev.longrun.service.OperationName;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A service that is watched: it has get and list, and rejects all else. */
abstract class ReadsOnly implements Operations {

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
        return getAsync(name).join();
    }

    @Override
    public OperationPage list(ListRequest request) {
        return listAsync(request).join();
    }

    @Override
    public void cancel(OperationName name) {
        throw new AssertionError("a watch only reads");
    }

    @Override
    public CompletableFuture<Void> cancelAsync(OperationName name) {
        throw new AssertionError("a watch only reads");
    }

    @Override
    public void delete(OperationName name) {
        throw new AssertionError("a watch only reads");
    }

    @Override
    public CompletableFuture<Void> deleteAsync(OperationName name) {
        throw new AssertionError("a watch only reads");
    }

    @Override
    public Operation wait(OperationName name, Duration timeout) {
        throw new AssertionError("this service binds no wait");
    }

    @Override
    public CompletableFuture<Operation> waitAsync(OperationName name, Duration timeout) {
        throw new AssertionError("this service binds no wait");
    }
}
