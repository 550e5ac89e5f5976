// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.cli.output.RowPrinter;
import dev.longrun.service.OperationName;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The same for many names, under way. */
public interface TaskBatch extends AutoCloseable {

    /**
     * Writes the result that got known next, which is waited for; empty after the last one.
     *
     * @throws dev.longrun.error.LongrunException after the last one, if the names or the journal gave out before their
     *     end
     */
    Optional<Consumer<RowPrinter>> next();

    /** How many names were taken so far. */
    long taken();

    /** Whether there will be no more. */
    boolean allTaken();

    /** Names that were asked about and whose end is not known. */
    List<OperationName> sentWithoutOutcome();

    /** Asks and reads nothing more; takes nothing back. What is known by then can still be written. */
    @Override
    void close();
}
