// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.OperationsClient;
import dev.longrun.cli.output.Progress;
import dev.longrun.cli.output.Row;
import dev.longrun.service.OperationName;
import java.util.concurrent.CompletableFuture;

/** What is to be done for each name. */
@FunctionalInterface
public interface OperationTask {

    /** Sets out and returns at once. A failure of the future is that of this name only. */
    CompletableFuture<? extends Row> start(OperationsClient client, OperationName name, Progress progress);

    /** What an interrupt leaves of those that are under way. */
    default InterruptKind leaving() {
        return InterruptKind.ASKED;
    }
}
