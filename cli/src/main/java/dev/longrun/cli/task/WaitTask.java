// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.OperationsClient;
import dev.longrun.cli.output.Progress;
import dev.longrun.cli.output.Row;
import dev.longrun.cli.output.WaitRow;
import dev.longrun.service.OperationName;
import dev.longrun.watch.WatchOptions;
import dev.longrun.watch.WatchOutcome;
import java.util.concurrent.CompletableFuture;

/** Waits until it is done. One that could not be read even once is an error rather than an outcome. */
public record WaitTask(WatchOptions options) implements OperationTask {

    @Override
    public CompletableFuture<? extends Row> start(OperationsClient client, OperationName name, Progress progress) {
        return client.watcher().watch(name, options.withListener(progress::saw)).thenApply(WaitTask::result);
    }

    @Override
    public InterruptKind leaving() {
        return InterruptKind.WATCHED;
    }

    private static Row result(WatchOutcome outcome) {
        if (outcome.kind() == WatchOutcome.Kind.UNREADABLE
                && outcome.operation().isEmpty()) {
            throw outcome.cause().orElseThrow();
        }
        return new WaitRow(outcome);
    }
}
