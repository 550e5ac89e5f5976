// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.OperationsClient;
import dev.longrun.call.CallOptions;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.cli.output.CancelRow;
import dev.longrun.cli.output.RequestedRow;
import dev.longrun.cli.output.Row;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import dev.longrun.time.Deadline;
import dev.longrun.time.TimeSource;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Sends the cancel request and does not read the operation. A rejection is a failure, as no outcome follows. */
public record AsyncCancelTask(CancelOptions options, TimeSource time) implements OperationTask {

    @Override
    public CompletableFuture<? extends Row> start(
            OperationsClient client, OperationName name, Consumer<Operation> snapshots) {
        if (!name.hasCancel() || options.strict() && !name.isCancelDocumented()) {
            return client.canceller().cancelAsync(name, options).thenApply(CancelRow::new); // sends nothing
        }
        Deadline deadline = Deadline.after(options.timeout(), time);
        return client.operations()
                .with(CallOptions.defaults().withTimeout(options.timeout()))
                .cancelAsync(name)
                .thenApply(nothing -> new RequestedRow(name, deadline.elapsed()));
    }
}
