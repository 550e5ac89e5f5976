// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.operation.Operation;
import dev.longrun.operation.OperationInfo;

/** What a snapshot of an operation says, in the command's words. */
public final class OperationFormatter {
    private OperationFormatter() {}

    static String state(Operation operation) {
        return operation.state().name();
    }

    /** {@code at 40 %}; empty where the service does not tell. */
    public static String progress(Operation operation) {
        return operation
                .info()
                .progress()
                .map(OperationInfo.Progress::describe)
                .map(text -> "at " + text)
                .orElse("");
    }

    /** The error of one that ended with one, the progress of one that runs. */
    static String note(Operation operation) {
        return switch (operation.state()) {
            case RUNNING -> progress(operation);
            case SUCCEEDED, ENDED -> "";
            case FAILED -> operation.status().orElseThrow().describe();
            case CANCELLED -> operation.status().orElseThrow().message();
        };
    }
}
