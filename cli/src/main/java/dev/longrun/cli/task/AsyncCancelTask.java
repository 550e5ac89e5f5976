// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.OperationsClient;
import dev.longrun.call.CallOptions;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.cli.output.Progress;
import dev.longrun.cli.output.RequestedRow;
import dev.longrun.cli.output.Row;
import dev.longrun.service.OperationName;
import dev.longrun.time.Deadline;
import dev.longrun.time.TimeSource;
import java.util.concurrent.CompletableFuture;

/** Asks to cancel, and does not stay to see what becomes of it. A refusal is an error, as no verdict follows. */
public record AsyncCancelTask(CancelOptions options, TimeSource time) implements OperationTask {

    @Override
    public CompletableFuture<? extends Row> start(OperationsClient client, OperationName name, Progress progress) {
        if (options.strict() && !name.isCancelDocumented()) {
            return new CancelTask(options).start(client, name, progress); // known at once, as nothing is sent
        }
        Deadline deadline = Deadline.after(options.timeout(), time);
        return client.operations()
                .with(CallOptions.defaults().withTimeout(options.timeout()))
                .cancelAsync(name)
                .thenApply(nothing -> new RequestedRow(name, deadline.elapsed()));
    }
}
