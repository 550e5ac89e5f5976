// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.output;

import dev.longrun.call.ClientListener;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Observes what one command does, beside what it prints. Each method does nothing unless overridden, throws nothing,
 * and may be called from any thread.
 */
public interface RunObserver {
    /** Observes nothing. */
    RunObserver NONE = new RunObserver() {};

    /** The listeners of the clients that the command opens. */
    default List<ClientListener> listeners() {
        return List.of();
    }

    /** The command prints, and counts, its results with these rows. */
    default void begin(RowPrinter rows) {}

    /**
     * A name has its result, printed or not.
     *
     * @param row null for a failure
     * @param failure null for a row
     */
    default void ended(OperationName name, @Nullable Row row, @Nullable Throwable failure) {}

    /** A text or a line of a file is no name. */
    default void rejected(String text, RuntimeException failure) {}

    /** An operation was read. */
    default void saw(Operation snapshot) {}

    /**
     * The process ends soon, as on Ctrl-C. Returns lines for stderr.
     *
     * @param pending names that may have been sent, or that only the command line has, and have no result
     * @param notBegun the number of names that are known by number only, and were not begun
     */
    default List<String> interrupted(Collection<OperationName> pending, long notBegun) {
        return List.of();
    }

    /** The command ended with this code. Returns the code of the process: the same or a worse one. */
    default ExitCode end(ExitCode code) {
        return code;
    }
}
