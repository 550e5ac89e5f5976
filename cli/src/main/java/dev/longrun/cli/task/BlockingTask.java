// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.task;

import dev.longrun.cli.output.Console;
import dev.longrun.cli.output.Progress;
import dev.longrun.time.TimeSource;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Does what blocks on a thread of its own, and says now and then on the calling one what is waited for.
 *
 * @param attempts of the client that is used
 */
public record BlockingTask(TimeSource time, Console console, AttemptLog attempts) {

    /**
     * Returns what the work returns, and throws what it throws.
     *
     * @param what is waited for, as in {@code the list of projects/p/locations/l}
     */
    public <T> T run(String what, Supplier<T> work) {
        long start = time.nanoTime();
        BlockingQueue<Runnable> toWrite =
                new ArrayBlockingQueue<>(1); // a terminal that stalls gets no flood afterwards
        CompletableFuture<T> result = new CompletableFuture<>();
        result.whenComplete((value, failure) -> toWrite.offer(() -> {}));
        Thread worker = new Thread(() -> result.completeAsync(work, Runnable::run), "lro-step");
        worker.setDaemon(true);
        Runnable progress = () -> console.progress(Progress.line(what, since(start), attempts.trouble()));
        PeriodicTimer ticker = new PeriodicTimer(time, console.progressPeriod(), () -> toWrite.offer(progress));
        try (ticker) {
            worker.start();
            while (!result.isDone()) {
                toWrite.take().run();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            worker.interrupt();
        }
        return outcome(result);
    }

    private static <T> T outcome(CompletableFuture<T> result) {
        try {
            return result.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private Duration since(long start) {
        return Duration.ofNanos(time.nanoTime() - start);
    }
}
