// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.batch;

import dev.longrun.OperationsClient;
import dev.longrun.cli.errand.Errand;
import dev.longrun.cli.output.CancelResult;
import dev.longrun.cli.output.Progress;
import dev.longrun.cli.output.Result;
import dev.longrun.cli.output.Results;
import dev.longrun.error.LongrunException;
import dev.longrun.service.OperationName;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An errand for each of many names, a hundred thousand of them at a time. A name that is under way is not begun again. */
public final class ErrandBatch implements Batch {
    private static final int AT_A_TIME = 100_000;

    private final OperationsClient client;
    private final Errand errand;
    private final Semaphore room = new Semaphore(AT_A_TIME);
    private final Map<OperationName, CompletableFuture<? extends Result>> underWay = new ConcurrentHashMap<>();
    private final BlockingQueue<Optional<Consumer<Results>>> ended = new LinkedBlockingQueue<>();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong open = new AtomicLong(1); // the names count as one, until all are taken
    private final Thread feed;
    private volatile boolean allTaken;
    private volatile boolean closed;
    private volatile @Nullable LongrunException failure;

    public ErrandBatch(OperationsClient client, Iterator<OperationName> names, Errand errand) {
        this.client = client;
        this.errand = errand;
        this.feed = new Thread(() -> feed(names), "lro-names");
        feed.setDaemon(true);
        feed.start();
    }

    private void feed(Iterator<OperationName> names) {
        try {
            while (!closed && names.hasNext()) {
                begin(names.next());
            }
        } catch (LongrunException gaveOut) {
            failure = gaveOut;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            allTaken = true;
            close(open.decrementAndGet());
        }
    }

    private void begin(OperationName name) throws InterruptedException {
        CompletableFuture<Result> place = new CompletableFuture<>();
        if (underWay.putIfAbsent(name, place) != null) {
            return;
        }
        room.acquire();
        taken.incrementAndGet();
        open.incrementAndGet();
        CompletableFuture<? extends Result> begun = start(name);
        underWay.put(name, begun);
        begun.whenComplete((result, problem) -> end(name, result, problem));
    }

    private CompletableFuture<? extends Result> start(OperationName name) {
        try {
            return errand.start(client, name, new Progress(1));
        } catch (LongrunException notEvenStarted) {
            return CompletableFuture.failedFuture(notEvenStarted);
        }
    }

    private void end(OperationName name, @Nullable Result result, @Nullable Throwable problem) {
        Throwable cause = problem instanceof CompletionException wrapped ? wrapped.getCause() : problem;
        if (!(cause instanceof CancellationException)) {
            underWay.remove(name);
            ended.add(Optional.of(results -> {
                room.release();
                write(name, result, cause, results);
            }));
        }
        close(open.decrementAndGet());
    }

    private static void write(OperationName name, @Nullable Result result, @Nullable Throwable cause, Results results) {
        if (result != null) {
            results.settle(CancelResult.columns(name));
            results.add(result);
        } else if (cause instanceof LongrunException known) {
            results.fail(name.fullName(), known);
        } else {
            throw new IllegalStateException("a bug in lro: " + cause, cause);
        }
    }

    private void close(long stillOpen) {
        if (stillOpen == 0) {
            ended.add(Optional.empty());
        }
    }

    @Override
    public Optional<Consumer<Results>> next() {
        try {
            Optional<Consumer<Results>> next = ended.take();
            LongrunException gaveOut = failure;
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
    public long taken() {
        return taken.get();
    }

    @Override
    public boolean allTaken() {
        return allTaken;
    }

    @Override
    public List<OperationName> unconfirmed() {
        return List.copyOf(underWay.keySet());
    }

    @Override
    public void close() {
        closed = true;
        feed.interrupt();
        underWay.values().forEach(each -> each.cancel(false));
        ended.add(Optional.empty()); // a source of names that blocks must not be waited for
    }
}
