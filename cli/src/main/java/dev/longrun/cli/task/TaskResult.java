// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.output.Row;
import dev.longrun.cli.output.RowPrinter;
import dev.longrun.error.LongrunException;
import dev.longrun.error.NoResponseException;
import dev.longrun.service.OperationName;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The result of one name: a row, or the exception that the task failed with.
 *
 * @param row absent for a failure
 * @param failure absent for a row
 */
record TaskResult(
        OperationName name, @Nullable Row row, @Nullable Throwable failure) {

    /** @param failure as a future reports it */
    static TaskResult of(OperationName name, @Nullable Row row, @Nullable Throwable failure) {
        return new TaskResult(name, row, failure instanceof CompletionException wrapped ? wrapped.getCause() : failure);
    }

    boolean isAsAsked() {
        return row != null && row.exitCode() == ExitCode.OK;
    }

    /** Such as {@code CANCELLED //file.googleapis.com/projects/p/locations/l/operations/o}. */
    String line() {
        String label = row != null ? row.cells().get(0) : RowPrinter.ERROR;
        String message = failure == null ? "" : ": " + failure.getMessage();
        return label + "  " + name.fullName() + message;
    }

    /**
     * Prints the row or the failure. What one name has no memory or stack for is the failure of that name.
     *
     * @throws IllegalStateException for a failure that no task should end with
     */
    void print(RowPrinter rows) {
        try {
            printRow(rows);
        } catch (VirtualMachineError scarce) {
            rows.printFailure(name, new IllegalStateException(line() + ": cannot be printed: " + scarce, scarce));
        }
    }

    private void printRow(RowPrinter rows) {
        if (row != null) {
            rows.print(row);
        } else if (failure instanceof LongrunException || failure instanceof IllegalArgumentException) {
            rows.printFailure(name, (RuntimeException) failure);
        } else if (failure instanceof VirtualMachineError scarce) {
            rows.printFailure(name, new NoResponseException(name + ": ended early: " + scarce, scarce));
        } else {
            throw new IllegalStateException(
                    name + ": " + Objects.requireNonNullElse(failure, "neither a row nor a failure"), failure);
        }
    }
}
