// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.errand;

import dev.longrun.OperationsClient;
import dev.longrun.cli.output.Progress;
import dev.longrun.cli.output.Result;
import dev.longrun.cli.output.WaitResult;
import dev.longrun.service.OperationName;
import dev.longrun.watch.WatchOptions;
import dev.longrun.watch.WatchOutcome;
import java.util.concurrent.CompletableFuture;

/** Waits until it is done. One that could not be read even once is an error rather than an outcome. */
public record WaitErrand(WatchOptions options) implements Errand {

    @Override
    public CompletableFuture<? extends Result> start(OperationsClient client, OperationName name, Progress progress) {
        return client.watcher().watch(name, options.withListener(progress::saw)).thenApply(WaitErrand::result);
    }

    @Override
    public Leaving leaving() {
        return Leaving.WATCHED;
    }

    private static Result result(WatchOutcome outcome) {
        if (outcome.kind() == WatchOutcome.Kind.UNREADABLE
                && outcome.operation().isEmpty()) {
            throw outcome.cause().orElseThrow();
        }
        return new WaitResult(outcome);
    }
}
