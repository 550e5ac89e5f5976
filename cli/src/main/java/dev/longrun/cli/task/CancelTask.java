// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.OperationsClient;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.cli.output.CancelRow;
import dev.longrun.cli.output.Progress;
import dev.longrun.cli.output.Row;
import dev.longrun.service.OperationName;
import java.util.concurrent.CompletableFuture;

/** Cancels and learns what became of it. */
public record CancelTask(CancelOptions options) implements OperationTask {

    @Override
    public CompletableFuture<? extends Row> start(OperationsClient client, OperationName name, Progress progress) {
        return client.canceller()
                .cancelAsync(name, options.withListener(progress::saw))
                .thenApply(CancelRow::new);
    }
}
