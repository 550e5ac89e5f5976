// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.OperationsClient;
import dev.longrun.cli.output.Row;
import dev.longrun.cli.output.WaitCondition;
import dev.longrun.cli.output.WaitRow;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import dev.longrun.watch.WatchOptions;
import dev.longrun.watch.WatchOutcome;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Watches an operation until it is done, or shows what is waited for. If no read succeeds and the error is permanent,
 * the task fails with it.
 */
public record WaitTask(WatchOptions options, WaitCondition condition) implements OperationTask {

    public WaitTask {
        options = condition.isBeforeTheEnd() ? options.withUntil(condition::isReached) : options;
    }

    @Override
    public CompletableFuture<? extends Row> start(
            OperationsClient client, OperationName name, Consumer<Operation> snapshots) {
        return client.watcher().watch(name, options.withListener(snapshots)).thenApply(this::row);
    }

    /**
     * The row of a watch that has ended.
     *
     * @throws dev.longrun.error.LongrunException if no read succeeded
     */
    public Row row(WatchOutcome outcome) {
        if (outcome.kind() == WatchOutcome.Kind.UNREADABLE
                && outcome.operation().isEmpty()) {
            throw outcome.cause().orElseThrow();
        }
        return new WaitRow(outcome, condition);
    }
}
