// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.OperationsClient;
import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.ExitCode;
import dev.longrun.cli.output.Progress;
import dev.longrun.cli.output.Row;
import dev.longrun.cli.output.RowPrinter;
import dev.longrun.cli.process.ProcessEnvironment;
import dev.longrun.cli.process.SignalHandler.Handle;
import dev.longrun.error.LongrunException;
import dev.longrun.service.OperationName;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Starts an errand for each name and writes what came of it as soon as that is known. One name's failure is no other's.
 * A Ctrl-C closes the client, so that nothing more is sent, and says what is left.
 *
 * <p>All results and progress are written by the calling thread: a reader of stdout that stalls holds up no request and
 * no timer.
 */
public final class TaskRunner {
    private final ProcessEnvironment surroundings;
    private final Console console;
    private final RowPrinter results;
    private final AttemptLog attempts;
    private final BlockingQueue<Runnable> toWrite = new LinkedBlockingQueue<>();
    private int open;
    private boolean stopped;
    private volatile boolean stopping;

    /** @param attempts of the client that is used */
    public TaskRunner(ProcessEnvironment surroundings, Console console, RowPrinter results, AttemptLog attempts) {
        this.surroundings = surroundings;
        this.console = console;
        this.results = results;
        this.attempts = attempts;
    }

    /**
     * Returns when all names are told of, or at once after an interrupt.
     *
     * @param unresolved the same names, which are taken out as they are told of
     * @return the worst code of all, those included that {@code results} held before
     */
    public ExitCode run(
            OperationsClient client, Set<OperationName> names, PendingNames unresolved, OperationTask errand) {
        Progress progress = new Progress(names.size());
        long start = surroundings.time().nanoTime();
        open = names.size();
        Handle interrupt = surroundings.interrupts().onInterrupt(() -> stop(client, unresolved));
        PeriodicTimer ticker = ticker(() -> console.progress(progress.line(since(start), attempts.trouble())));
        try (interrupt;
                ticker) {
            names.forEach(name -> start(errand, client, name, progress, (result, failure) -> {
                if (stopping) {
                    return;
                }
                unresolved.resolve(name);
                progress.ended();
                open--;
                results.end(name, result, failure);
            }));
            while (open > 0 && !stopped) {
                toWrite.take().run();
            }
            return stopped ? ExitCode.INTERRUPTED : results.exitCode();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        }
    }

    private void start(
            OperationTask errand, OperationsClient client, OperationName name, Progress progress, Ending ending) {
        try {
            errand.start(client, name, progress)
                    .whenComplete((result, failure) -> toWrite.add(() -> ending.end(result, failure)));
        } catch (LongrunException notEvenStarted) {
            toWrite.add(() -> ending.end(null, notEvenStarted));
        }
    }

    /** Runs on the thread of the signal. What ends because the client is closed is no result. */
    private void stop(OperationsClient client, PendingNames unresolved) {
        stopping = true;
        client.close();
        console.close(unresolved.lastWords());
        toWrite.add(() -> stopped = true);
    }

    /** Ticks that find the last one unwritten are dropped: a terminal that stalls gets no flood when it goes on. */
    private PeriodicTimer ticker(Runnable task) {
        AtomicBoolean due = new AtomicBoolean();
        Runnable write = () -> {
            due.set(false);
            task.run();
        };
        return new PeriodicTimer(surroundings.time(), console.progressPeriod(), () -> {
            if (due.compareAndSet(false, true)) {
                toWrite.add(write);
            }
        });
    }

    private Duration since(long start) {
        return Duration.ofNanos(surroundings.time().nanoTime() - start);
    }

    @FunctionalInterface
    private interface Ending {
        void end(@Nullable Row result, @Nullable Throwable failure);
    }
}
