// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.output.RowPrinter;
import dev.longrun.cli.process.ProcessEnvironment;
import dev.longrun.cli.process.SignalHandler.Handle;
import dev.longrun.error.LongrunException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Writes the results of a batch and, now and then, how far it is; on the calling thread, so that a reader of stdout
 * that stalls holds up the batch and nothing else. A Ctrl-C closes the batch, writes what is known, and says what is
 * not.
 */
public final class BatchRunner {
    private static final int AHEAD = 100;
    private static final int STALLED_SECONDS = 2;

    private final ProcessEnvironment surroundings;
    private final Console console;
    private final RowPrinter results;
    private final BlockingQueue<Runnable> toWrite = new ArrayBlockingQueue<>(AHEAD);
    private final CountDownLatch written = new CountDownLatch(1);
    private final CountDownLatch farewellSaid = new CountDownLatch(1);
    private boolean ended;
    private volatile boolean stopped;

    public BatchRunner(ProcessEnvironment surroundings, Console console, RowPrinter results) {
        this.surroundings = surroundings;
        this.console = console;
        this.results = results;
    }

    /**
     * Returns when all is written, or soon after an interrupt, and closes the batch.
     *
     * @param opening begins the batch; called when interrupts are heard already, as what has begun may have sent
     *     something
     * @param total of names, where it is known
     * @param journal what an interrupt has to close
     * @return the worst code of all, those included that the results held before
     */
    public ExitCode run(
            Supplier<TaskBatch> opening, OptionalLong total, AutoCloseable journal, InterruptReport farewell) {
        long start = surroundings.time().nanoTime();
        CompletableFuture<TaskBatch> opened = new CompletableFuture<>();
        Handle interrupt = surroundings.interrupts().onInterrupt(() -> stop(opened.join(), journal, farewell));
        try (interrupt;
                TaskBatch batch = opened.completeAsync(opening, Runnable::run).join()) {
            write(batch, () -> console.progress(tally(batch, total, start).line()));
            if (stopped) {
                farewellSaid.await();
                return ExitCode.INTERRUPTED;
            }
            console.note("lro: " + tally(batch, total, start).summary());
            return results.exitCode();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        }
    }

    private void write(TaskBatch batch, Runnable progress) throws InterruptedException {
        PeriodicTimer ticker =
                new PeriodicTimer(surroundings.time(), console.progressPeriod(), () -> toWrite.offer(progress));
        try (ticker) {
            read(batch);
            while (!ended) {
                toWrite.take().run();
            }
            written.countDown();
        }
    }

    private ProgressLine tally(TaskBatch batch, OptionalLong total, long start) {
        OptionalLong known = batch.allTaken() ? OptionalLong.of(batch.taken()) : total;
        Duration elapsed = Duration.ofNanos(surroundings.time().nanoTime() - start);
        return new ProgressLine(results.counts(), batch.taken(), known, elapsed);
    }

    /** To ask for the next result blocks, so it is done elsewhere. */
    private void read(TaskBatch batch) {
        Thread reader = new Thread(() -> pump(batch), "lro-results");
        reader.setDaemon(true);
        reader.start();
    }

    private void pump(TaskBatch batch) {
        try {
            for (Optional<Consumer<RowPrinter>> next = batch.next(); next.isPresent(); next = batch.next()) {
                Consumer<RowPrinter> line = next.get();
                toWrite.put(() -> line.accept(results));
            }
            toWrite.put(() -> ended = true);
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException gaveOut) {
            pass(gaveOut);
        }
    }

    private void pass(RuntimeException gaveOut) {
        try {
            toWrite.put(() -> gaveOut(gaveOut));
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
    }

    private void gaveOut(RuntimeException failure) {
        ended = true;
        if (!(failure instanceof LongrunException known)) {
            throw failure;
        }
        console.error(String.valueOf(known.getMessage()));
        console.trace(known);
        results.atLeast(ExitCode.of(known));
    }

    /** Runs on the thread of the signal. */
    private void stop(TaskBatch batch, AutoCloseable journal, InterruptReport farewell) {
        stopped = true;
        batch.close();
        try {
            boolean stalled = !written.await(STALLED_SECONDS, TimeUnit.SECONDS);
            console.detail(
                    stalled
                            ? "lro: nobody reads stdout; its last lines are lost"
                            : "lro: all that is known is written");
            journal.close();
        } catch (Exception e) {
            console.error(String.valueOf(e.getMessage()));
        }
        console.close(farewell.lines(batch.sentWithoutOutcome()));
        farewellSaid.countDown();
    }
}
