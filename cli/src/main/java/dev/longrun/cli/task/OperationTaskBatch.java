// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.OperationsClient;
import dev.longrun.cli.output.Row;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An {@link OperationTask} for each of many names, at most {@value #MAX_PENDING} at a time. A name is pending from its
 * start until its result is taken; the same name given again meanwhile is left out. The thread {@code lro-names} reads
 * the names, as their source may block.
 */
public final class OperationTaskBatch implements TaskBatch {
    private static final int MAX_PENDING = 100_000;

    private final OperationsClient client;
    private final OperationTask task;
    private final Consumer<Operation> snapshots;
    private final Semaphore room = new Semaphore(MAX_PENDING);
    private final BlockingQueue<Optional<TaskResult>> ended = new LinkedBlockingQueue<>();
    private final Set<OperationName> pending = new LinkedHashSet<>();
    private final Thread feed;
    private int running;
    private long taken;
    private boolean allTaken;
    private boolean closed;
    private volatile @Nullable RuntimeException sourceFailure;

    /** @param client is closed with the batch */
    public OperationTaskBatch(
            OperationsClient client, Iterator<OperationName> names, OperationTask task, Consumer<Operation> snapshots) {
        this.client = client;
        this.task = task;
        this.snapshots = snapshots;
        this.feed = new Thread(() -> feed(names), "lro-names");
        feed.setDaemon(true);
        feed.start();
    }

    private void feed(Iterator<OperationName> names) {
        @Nullable RuntimeException failure = null;
        try {
            while (names.hasNext()) {
                OperationName name = names.next();
                room.acquire();
                if (admit(name)) {
                    start(name).whenComplete((row, problem) -> complete(TaskResult.of(name, row, problem)));
                } else {
                    room.release();
                }
            }
        } catch (RuntimeException sourceFailed) {
            failure = sourceFailed;
        } catch (Error fatal) {
            failure = new IllegalStateException("the source of names failed: " + fatal, fatal);
            throw fatal;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            endOfNames(failure);
        }
    }

    private synchronized boolean admit(OperationName name) {
        boolean admitted = !closed && pending.add(name);
        running += admitted ? 1 : 0;
        taken += admitted ? 1 : 0;
        return admitted;
    }

    private CompletableFuture<? extends Row> start(OperationName name) {
        try {
            return task.start(client, name, snapshots);
        } catch (Throwable notStarted) { // an Error too, as every name must have its result
            return CompletableFuture.failedFuture(notStarted);
        }
    }

    /** A task that ends after the close was ended by it: its name stays pending. */
    private synchronized void complete(TaskResult result) {
        if (!closed) {
            running--;
            ended.add(Optional.of(result));
            endIfLast();
        }
    }

    /** After a close a failure of the source is the interrupt in the middle of a line. */
    private synchronized void endOfNames(@Nullable RuntimeException failure) {
        allTaken = true;
        sourceFailure = closed ? null : failure;
        endIfLast();
    }

    private void endIfLast() {
        if (allTaken && running == 0) {
            ended.add(Optional.empty());
        }
    }

    @Override
    public Optional<TaskResult> next() {
        try {
            Optional<TaskResult> next = ended.take();
            RuntimeException failure = sourceFailure;
            if (next.isEmpty() && failure != null) {
                throw failure;
            }
            next.ifPresent(this::release);
            return next;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void release(TaskResult result) {
        synchronized (this) {
            pending.remove(result.name());
        }
        room.release();
    }

    @Override
    public synchronized long taken() {
        return taken;
    }

    @Override
    public synchronized boolean allTaken() {
        return allTaken;
    }

    @Override
    public synchronized List<OperationName> sentWithoutOutcome() {
        return List.copyOf(pending);
    }

    @Override
    public void close() {
        stopTaking();
        feed.interrupt();
        client.close();
    }

    /** Ends the results at once: the source of names may block for long. */
    private synchronized void stopTaking() {
        closed = true;
        ended.add(Optional.empty());
    }
}
