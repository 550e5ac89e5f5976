// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.OperationsClient;
import dev.longrun.cli.output.Row;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What a command does with each name: a read, a wait, a delete or a cancel. */
@FunctionalInterface
public interface OperationTask {

    /**
     * Starts the task and returns without waiting.
     *
     * @param snapshots receives each snapshot of the operation, for the progress line
     * @return the row of this name; a failure concerns this name only
     */
    CompletableFuture<? extends Row> start(OperationsClient client, OperationName name, Consumer<Operation> snapshots);
}
