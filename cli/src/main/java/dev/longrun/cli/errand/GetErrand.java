// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.errand;

import dev.longrun.OperationsClient;
import dev.longrun.call.CallOptions;
import dev.longrun.cli.output.OperationResult;
import dev.longrun.cli.output.Progress;
import dev.longrun.cli.output.Result;
import dev.longrun.service.OperationName;
import java.util.concurrent.CompletableFuture;

/** Reads once. */
public record GetErrand(CallOptions options) implements Errand {

    @Override
    public CompletableFuture<? extends Result> start(OperationsClient client, OperationName name, Progress progress) {
        return client.operations().with(options).getAsync(name).thenApply(OperationResult::new);
    }

    @Override
    public Leaving leaving() {
        return Leaving.READ;
    }
}
