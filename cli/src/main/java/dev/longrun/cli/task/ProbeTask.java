// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.OperationsClient;
import dev.longrun.call.CallOptions;
import dev.longrun.cli.output.ProbeRow;
import dev.longrun.cli.output.Row;
import dev.longrun.error.LongrunException;
import dev.longrun.error.UnreachableException;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Asks a service whether it has an operation. A few are asked at a time; a start waits for its turn. */
public final class ProbeTask implements OperationTask {
    private static final int AT_ONCE = 16;

    private final CallOptions options;
    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final AtomicInteger found = new AtomicInteger();
    private final AtomicInteger unknown = new AtomicInteger();

    public ProbeTask(CallOptions options) {
        this.options = options;
    }

    @Override
    public CompletableFuture<? extends Row> start(
            OperationsClient client, OperationName name, Consumer<Operation> snapshots) {
        try {
            turns.acquire();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UnreachableException(name + ": not asked, as the command was interrupted", stopped);
        }
        return client.operations().with(options).getAsync(name).handle((operation, failure) -> {
            turns.release();
            return counted(failure == null ? ProbeRow.found(operation) : ProbeRow.failed(name, known(failure)));
        });
    }

    private ProbeRow counted(ProbeRow row) {
        if (row.operation().isPresent()) {
            found.incrementAndGet();
        } else if (!row.isAbsent()) {
            unknown.incrementAndGet();
        }
        return row;
    }

    private static LongrunException known(Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        if (cause instanceof LongrunException known) {
            return known;
        }
        throw new CompletionException(cause);
    }

    /** The number of services that have the operation. */
    public int found() {
        return found.get();
    }

    /** The number of services of which it is not known whether they have the operation. */
    public int unknown() {
        return unknown.get();
    }
}
