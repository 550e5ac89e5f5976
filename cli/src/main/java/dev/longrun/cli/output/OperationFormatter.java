// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.error.Status;
import dev.longrun.operation.Operation;
import dev.longrun.operation.Progress;
import java.util.Optional;

/** What a snapshot of an operation says, in the command's words. */
final class OperationFormatter {
    private OperationFormatter() {}

    static String state(Operation operation) {
        return operation.fold(
                running -> "RUNNING", succeeded -> "SUCCEEDED", failed -> "FAILED", cancelled -> "CANCELLED");
    }

    static Optional<Status> status(Operation operation) {
        return operation.fold(
                running -> Optional.empty(),
                succeeded -> Optional.empty(),
                failed -> Optional.of(failed.status()),
                cancelled -> Optional.of(cancelled.status()));
    }

    /** {@code at 40 %}; empty where the service does not tell. */
    static String progress(Operation operation) {
        return operation
                .info()
                .progress()
                .map(Progress::describe)
                .map(text -> "at " + text)
                .orElse("");
    }

    /** The error of one that ended with one, the progress of one that runs. */
    static String note(Operation operation) {
        return operation.fold(
                OperationFormatter::progress,
                succeeded -> "",
                failed -> failed.status().describe(),
                cancelled -> cancelled.status().message());
    }
}
