// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.output.RowPrinter;
import dev.longrun.cli.process.ProcessEnvironment;
import dev.longrun.cli.process.SignalHandler.Handle;
import dev.longrun.error.UnreachableException;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs a batch: prints its rows in order of completion and a progress line now and then. The calling thread does all
 * the printing, so that a stalled stdout delays no request and no timer. Ctrl-C closes the batch, prints the results
 * known by then, and reports the names without one.
 */
public final class TaskRunner {
    private static final int MAX_UNPRINTED = 100;
    private static final int STALLED_SECONDS = 2;
    private static final int GLANCE_MILLIS = 100;

    private final ProcessEnvironment environment;
    private final Console console;
    private final RowPrinter rows;
    private final AttemptLog attempts;
    private final BlockingQueue<Runnable> prints = new ArrayBlockingQueue<>(MAX_UNPRINTED);
    private final UnprintedResults unprinted = new UnprintedResults();
    private final CountDownLatch allRead = new CountDownLatch(1);
    private final CountDownLatch allPrinted = new CountDownLatch(1);
    private final CountDownLatch reported = new CountDownLatch(1);
    private boolean ended;
    private volatile boolean interrupted;
    private volatile boolean stalled;
    private volatile Optional<Operation> newest = Optional.empty();

    /** @param attempts of the client that the batch uses */
    public TaskRunner(ProcessEnvironment environment, Console console, RowPrinter rows, AttemptLog attempts) {
        this.environment = environment;
        this.console = console;
        this.rows = rows;
        this.attempts = attempts;
    }

    /**
     * Returns when every result is printed, or soon after an interrupt. Closes the batch. Runs once.
     *
     * @param starter is called after the signal handler is in place, as a batch may send requests from its start
     * @return the worst code of all rows, those included that were printed before
     */
    public ExitCode run(TaskPlan plan, TaskBatch.Starter starter) {
        long start = environment.time().nanoTime();
        PendingNames pending = new PendingNames(plan.arguments());
        CompletableFuture<TaskBatch> started = new CompletableFuture<>();
        startReading(started, pending);
        Handle handle = environment.signals().onInterrupt(() -> interrupt(started.join(), plan, pending));
        try (handle;
                TaskBatch batch = started.completeAsync(() -> starter.start(this::saw), Runnable::run)
                        .join()) {
            print(() -> console.progress(progress(batch, plan, start).line()));
            if (interrupted) {
                reported.await();
                return ExitCode.INTERRUPTED;
            }
            if (plan.isSummedUp()) {
                console.note("lro: " + progress(batch, plan, start).summary());
            }
            return rows.exitCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        }
    }

    private void saw(Operation operation) {
        newest = Optional.of(operation);
        rows.observer().saw(operation);
    }

    private void print(Runnable progress) throws InterruptedException {
        PeriodicTimer timer = timer(progress);
        try (timer) {
            while (!ended) {
                prints.take().run();
            }
            allPrinted.countDown();
        }
    }

    /** A tick is dropped while the line of an earlier one is not printed, so that a stalled terminal gets no flood. */
    private PeriodicTimer timer(Runnable progress) {
        AtomicBoolean due = new AtomicBoolean();
        Runnable print = () -> {
            due.set(false);
            progress.run();
        };
        return new PeriodicTimer(environment.time(), console.progressPeriod(), () -> {
            if (due.compareAndSet(false, true) && !prints.offer(print)) {
                due.set(false);
            }
        });
    }

    /** Taking the next result blocks, so a thread of its own does it. It starts before anything is sent. */
    private void startReading(CompletableFuture<TaskBatch> batch, PendingNames pending) {
        Thread reader = new Thread(() -> awaited(batch).ifPresent(started -> read(started, pending)), "lro-results");
        reader.setDaemon(true);
        try {
            reader.start();
        } catch (OutOfMemoryError noThread) {
            throw new UnreachableException("the system has no thread left, so nothing was sent: " + noThread, noThread);
        }
    }

    /** Empty if it could not be started. */
    private static Optional<TaskBatch> awaited(CompletableFuture<TaskBatch> batch) {
        try {
            return Optional.of(batch.join());
        } catch (CompletionException notStarted) {
            return Optional.empty();
        }
    }

    private void read(TaskBatch batch, PendingNames pending) {
        try {
            Runnable end = () -> ended = true;
            try {
                for (Optional<TaskResult> next = batch.next(); next.isPresent(); next = batch.next()) {
                    TaskResult result = next.get();
                    unprinted.add(result);
                    rows.observer().ended(result.name(), result.row(), result.failure());
                    queue(() -> print(result, pending));
                }
            } catch (RuntimeException failure) {
                end = () -> end(failure);
            }
            allRead.countDown();
            if (!queue(end)) {
                prints.clear(); // they are reported instead
                prints.put(end);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for room. Returns false once stdout is known to take nothing more. */
    private boolean queue(Runnable print) throws InterruptedException {
        boolean queued = false;
        while (!queued && !stalled) {
            queued = prints.offer(print, GLANCE_MILLIS, TimeUnit.MILLISECONDS);
        }
        return queued;
    }

    private void print(TaskResult result, PendingNames pending) {
        result.print(rows);
        unprinted.remove(result.name());
        pending.remove(result.name());
        newest = Optional.empty();
    }

    private void end(RuntimeException failure) {
        ended = true;
        if (!ExitCode.isExpected(failure)) {
            throw failure;
        }
        console.error(String.valueOf(failure.getMessage()));
        console.trace(failure);
        rows.atLeast(ExitCode.of(failure));
    }

    private ProgressLine progress(TaskBatch batch, TaskPlan plan, long start) {
        OptionalLong total = batch.allTaken() ? OptionalLong.of(batch.taken()) : plan.total();
        Duration elapsed = Duration.ofNanos(environment.time().nanoTime() - start);
        return new ProgressLine(rows.counts(), batch.taken(), total, elapsed, attempts.trouble(), newest);
    }

    /**
     * Runs on the thread of the signal. The journal closes while results are printed, so that a disk and a stdout that
     * are both blocked take no longer than the disk alone.
     */
    private void interrupt(TaskBatch batch, TaskPlan plan, PendingNames pending) {
        interrupted = true;
        long start = environment.time().nanoTime();
        batch.close();
        close(plan.journal());
        List<String> lastWords = new ArrayList<>();
        try {
            if (!isReachedBy(allPrinted, start, STALLED_SECONDS)) {
                stalled = true;
                isReachedBy(allRead, start, STALLED_SECONDS + 1);
                lastWords.add("lro: stdout is blocked; these results are known and were not printed");
                lastWords.addAll(unprinted.lines());
                unprinted.names().forEach(pending::remove);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<OperationName> left = pending.with(batch.sentWithoutOutcome());
        lastWords.addAll(plan.report().lines(left));
        long notBegun = Math.max(0, plan.total().orElse(0) - batch.taken());
        lastWords.addAll(rows.observer().interrupted(left, plan.arguments().isEmpty() ? notBegun : 0));
        console.close(lastWords);
        reported.countDown();
    }

    private void close(AutoCloseable journal) {
        try {
            journal.close();
        } catch (Exception e) {
            console.error(String.valueOf(e.getMessage()));
        }
    }

    private boolean isReachedBy(CountDownLatch latch, long start, int seconds) throws InterruptedException {
        long elapsed = environment.time().nanoTime() - start;
        return latch.await(TimeUnit.SECONDS.toNanos(seconds) - elapsed, TimeUnit.NANOSECONDS);
    }
}
