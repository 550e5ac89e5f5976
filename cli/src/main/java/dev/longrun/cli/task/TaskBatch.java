// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One task on each of many names, in progress: a source of results in order of completion. Names are taken from their
 * source as there is room for them. {@link #next} is for one thread, the other methods for any.
 */
public interface TaskBatch extends AutoCloseable {

    /**
     * Waits for the next result; empty after the last one.
     *
     * @throws RuntimeException after the last result, if the source of names or the journal failed before its end
     */
    Optional<TaskResult> next();

    /** The number of names taken so far, without duplicates. */
    long taken();

    /** Whether the source of names has ended, so that {@link #taken} is the total. */
    boolean allTaken();

    /** Names whose request may have been sent and whose result is not known. */
    List<OperationName> sentWithoutOutcome();

    /** Stops all requests and undoes nothing. Results known by then can still be taken. */
    @Override
    void close();

    /** Starts a batch; what it sends may leave before this returns. */
    @FunctionalInterface
    interface Starter {

        /** @param snapshots receives each snapshot of every operation, on any thread */
        TaskBatch start(Consumer<Operation> snapshots);
    }
}
