// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.OperationsClient;
import dev.longrun.call.CallOptions;
import dev.longrun.cli.output.OperationRow;
import dev.longrun.cli.output.Row;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import dev.longrun.time.TimeSource;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Reads an operation once. */
public record GetTask(CallOptions options, TimeSource time) implements OperationTask {

    @Override
    public CompletableFuture<? extends Row> start(
            OperationsClient client, OperationName name, Consumer<Operation> snapshots) {
        return client.operations()
                .with(options)
                .getAsync(name)
                .thenApply(operation -> new OperationRow(operation, time.now()));
    }
}
