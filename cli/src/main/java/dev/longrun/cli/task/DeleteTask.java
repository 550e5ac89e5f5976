// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.OperationsClient;
import dev.longrun.call.CallOptions;
import dev.longrun.cli.output.DeletedRow;
import dev.longrun.cli.output.Row;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Deletes the service's record of an operation. */
public record DeleteTask(CallOptions options) implements OperationTask {

    @Override
    public CompletableFuture<? extends Row> start(
            OperationsClient client, OperationName name, Consumer<Operation> snapshots) {
        return client.operations().with(options).deleteAsync(name).thenApply(nothing -> new DeletedRow(name));
    }
}
