// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.OperationsClient;
import dev.longrun.cli.output.CancelRow;
import dev.longrun.cli.output.Progress;
import dev.longrun.cli.output.Row;
import dev.longrun.cli.output.RowPrinter;
import dev.longrun.service.OperationName;
import java.util.HashSet;
import java.util.Iterator;
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
 * An errand for each of many names, a hundred thousand of them at a time. A name that is under way is not begun again.
 * Closing it closes the client, so that nothing more leaves.
 */
public final class OperationTaskBatch implements TaskBatch {
    private static final int AT_A_TIME = 100_000;

    private final OperationsClient client;
    private final OperationTask errand;
    private final Semaphore room = new Semaphore(AT_A_TIME);
    private final BlockingQueue<Optional<Consumer<RowPrinter>>> ended = new LinkedBlockingQueue<>();
    private final Set<OperationName> underWay = new HashSet<>();
    private final Thread feed;
    private long taken;
    private boolean allTaken;
    private boolean closed;
    private volatile @Nullable RuntimeException failure;

    public OperationTaskBatch(OperationsClient client, Iterator<OperationName> names, OperationTask errand) {
        this.client = client;
        this.errand = errand;
        this.feed = new Thread(() -> feed(names), "lro-names");
        feed.setDaemon(true);
        feed.start();
    }

    private void feed(Iterator<OperationName> names) {
        @Nullable RuntimeException gaveOut = null;
        try {
            while (names.hasNext()) {
                OperationName name = names.next();
                room.acquire();
                if (admit(name)) {
                    start(name).whenComplete((result, problem) -> end(name, result, problem));
                } else {
                    room.release();
                }
            }
        } catch (RuntimeException sourceFailed) {
            gaveOut = sourceFailed;
        } catch (Error fatal) {
            gaveOut = new IllegalStateException("the names gave out: " + fatal, fatal);
            throw fatal;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            takeNoMore(gaveOut);
        }
    }

    private synchronized boolean admit(OperationName name) {
        boolean admitted = !closed && underWay.add(name);
        taken += admitted ? 1 : 0;
        return admitted;
    }

    private CompletableFuture<? extends Row> start(OperationName name) {
        try {
            return errand.start(client, name, new Progress(1));
        } catch (Throwable notEvenStarted) { // an Error too, as every name must have its end
            return CompletableFuture.failedFuture(notEvenStarted);
        }
    }

    /** What ends because the client is closed is no result. */
    private synchronized void end(OperationName name, @Nullable Row result, @Nullable Throwable problem) {
        if (closed) {
            return;
        }
        underWay.remove(name);
        ended.add(Optional.of(results -> {
            room.release();
            results.settle(CancelRow.columns(name));
            results.end(name, result, problem);
        }));
        tellWhetherLast();
    }

    private synchronized void takeNoMore(@Nullable RuntimeException gaveOut) {
        allTaken = true;
        failure = closed ? null : gaveOut; // a source that was interrupted in the middle of a line did not fail
        tellWhetherLast();
    }

    private synchronized void tellWhetherLast() {
        if (allTaken && underWay.isEmpty()) {
            ended.add(Optional.empty());
        }
    }

    @Override
    public Optional<Consumer<RowPrinter>> next() {
        try {
            Optional<Consumer<RowPrinter>> next = ended.take();
            RuntimeException gaveOut = failure;
            if (next.isEmpty() && gaveOut != null) {
                throw gaveOut;
            }
            return next;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
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
        return List.copyOf(underWay);
    }

    @Override
    public void close() {
        stopTaking();
        feed.interrupt();
        client.close();
    }

    private synchronized void stopTaking() {
        closed = true;
        ended.add(Optional.empty()); // a source of names that blocks must not be waited for
    }
}
