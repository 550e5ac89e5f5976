// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.errand;

import dev.longrun.OperationsClient;
import dev.longrun.call.CallOptions;
import dev.longrun.cli.output.DeletedResult;
import dev.longrun.cli.output.Progress;
import dev.longrun.cli.output.Result;
import dev.longrun.service.OperationName;
import java.util.concurrent.CompletableFuture;

/** Lets the service forget an operation. */
public record DeleteErrand(CallOptions options) implements Errand {

    @Override
    public CompletableFuture<? extends Result> start(OperationsClient client, OperationName name, Progress progress) {
        return client.operations().with(options).deleteAsync(name).thenApply(nothing -> new DeletedResult(name));
    }

    @Override
    public Leaving leaving() {
        return Leaving.DELETED;
    }
}
