// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.cli.output.Console;
import dev.longrun.time.TimeSource;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Runs blocking work on a thread of its own, and prints a progress line now and then on the calling one.
 *
 * @param attempts of the client that the work uses
 */
public record BlockingTask(TimeSource time, Console console, AttemptLog attempts) {

    /**
     * Returns the result of the work, or throws its exception.
     *
     * @param what the work waits for, as in {@code the list of projects/p/locations/l}
     */
    public <T> T run(String what, Supplier<T> work) {
        long start = time.nanoTime();
        BlockingQueue<Runnable> prints = new ArrayBlockingQueue<>(1); // a stalled terminal gets no flood afterwards
        CompletableFuture<T> result = new CompletableFuture<>();
        result.whenComplete((value, failure) -> prints.offer(() -> {}));
        Thread worker = new Thread(() -> result.completeAsync(work, Runnable::run), "lro-work");
        worker.setDaemon(true);
        Runnable progress = () ->
                console.progress(ProgressLine.waitingFor(what, since(start)) + ProgressLine.clause(attempts.trouble()));
        PeriodicTimer timer = new PeriodicTimer(time, console.progressPeriod(), () -> prints.offer(progress));
        try (timer) {
            worker.start();
            while (!result.isDone()) {
                prints.take().run();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            worker.interrupt();
        }
        return resultOf(result);
    }

    private static <T> T resultOf(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private Duration since(long start) {
        return Duration.ofNanos(time.nanoTime() - start);
    }
}
