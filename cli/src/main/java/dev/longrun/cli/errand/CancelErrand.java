// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.errand;

import dev.longrun.OperationsClient;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.cli.output.CancelResult;
import dev.longrun.cli.output.Progress;
import dev.longrun.cli.output.Result;
import dev.longrun.service.OperationName;
import java.util.concurrent.CompletableFuture;

/** Cancels and learns what became of it. */
public record CancelErrand(CancelOptions options) implements Errand {

    @Override
    public CompletableFuture<? extends Result> start(OperationsClient client, OperationName name, Progress progress) {
        return client.canceller()
                .cancelAsync(name, options.withListener(progress::saw))
                .thenApply(CancelResult::new);
    }
}
