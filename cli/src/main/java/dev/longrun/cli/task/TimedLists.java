// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.call.CallOptions;
import dev.longrun.error.DeadlineExceededException;
import dev.longrun.operation.ListRequest;
import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationPage;
import dev.longrun.operation.Operations;
import dev.longrun.service.OperationName;
import dev.longrun.service.OperationParent;
import dev.longrun.time.Deadline;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Operations whose lists end at one deadline, all pages together: a list whose pages never end must end too. */
public record TimedLists(Operations operations, Deadline deadline) implements Operations {

    /** What is listed, as in {@code the list of file v1 projects/p/locations/l}. */
    static String label(OperationParent parent) {
        return "the list of " + parent.service().label() + ' ' + parent;
    }

    /** @throws DeadlineExceededException if the time of all lists is over */
    @Override
    public OperationPage list(ListRequest request) {
        if (deadline.passed()) {
            throw new DeadlineExceededException(label(request.parent()) + ": not complete after " + deadline.total()
                    + "; --timeout sets how long it may take");
        }
        CallOptions page = operations.options();
        return operations.with(page.withTimeout(deadline.clamp(page.timeout()))).list(request);
    }

    @Override
    public CallOptions options() {
        return operations.options();
    }

    @Override
    public Operations with(CallOptions options) {
        return new TimedLists(operations.with(options), deadline);
    }

    @Override
    public Operation get(OperationName name) {
        return operations.get(name);
    }

    @Override
    public CompletableFuture<Operation> getAsync(OperationName name) {
        return operations.getAsync(name);
    }

    @Override
    public CompletableFuture<OperationPage> listAsync(ListRequest request) {
        return operations.listAsync(request);
    }

    @Override
    public void cancel(OperationName name) {
        operations.cancel(name);
    }

    @Override
    public CompletableFuture<@Nullable Void> cancelAsync(OperationName name) {
        return operations.cancelAsync(name);
    }

    @Override
    public void delete(OperationName name) {
        operations.delete(name);
    }

    @Override
    public CompletableFuture<@Nullable Void> deleteAsync(OperationName name) {
        return operations.deleteAsync(name);
    }

    @Override
    public Operation wait(OperationName name, Duration timeout) {
        return operations.wait(name, timeout);
    }

    @Override
    public CompletableFuture<Operation> waitAsync(OperationName name, Duration timeout) {
        return operations.waitAsync(name, timeout);
    }
}
