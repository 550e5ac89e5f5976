// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.jobs;

import dev.longrun.OperationsClient;
import dev.longrun.benchmarks.BenchmarkOperations;
import dev.longrun.benchmarks.clients.BenchmarkClients;
import dev.longrun.benchmarks.server.ServerProcess;
import dev.longrun.call.AttemptEvent;
import dev.longrun.call.ClientListener;
import dev.longrun.service.OperationName;
import dev.longrun.watch.WatchOptions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server with a limit of requests a second, and a client with more work than that: many watched operations of
 * different parents, and twice a second a cancel and a get.
 */
final class ThrottledJob {
    private static final Duration SETTLING = Duration.ofSeconds(10);
    private static final Duration WHOLE = Duration.ofSeconds(70);
    private static final int WATCHED = 1000;

    private final int perSecond;
    private final int retryAfter;
    private final long start = System.nanoTime();
    private final AtomicInteger responses = new AtomicInteger();
    private final AtomicInteger rejected = new AtomicInteger();

    /** @param retryAfter the Retry-After of a 429 in seconds; 0 for none */
    ThrottledJob(int perSecond, int retryAfter) {
        this.perSecond = perSecond;
        this.retryAfter = retryAfter;
    }

    void run() {
        List<OperationName> names = BenchmarkOperations.scattered(WATCHED);
        Queue<Double> cancels = new ConcurrentLinkedQueue<>();
        Queue<Double> gets = new ConcurrentLinkedQueue<>();
        try (ServerProcess server = ServerProcess.start();
                OperationsClient client = BenchmarkClients.at(server.url(), ClientListener.ofAttempts(this::count))) {
            server.untilCancelled(WATCHED);
            server.limit(perSecond, retryAfter);
            names.forEach(name -> client.watcher().watch(name, WatchOptions.defaults()));
            while (!over(WHOLE)) {
                pause();
                note(cancels, client.operations().cancelAsync(names.get(0)));
                note(gets, client.operations().getAsync(names.get(1)));
            }
            print(List.copyOf(cancels), List.copyOf(gets));
        }
    }

    private void count(AttemptEvent event) {
        if (over(SETTLING)) {
            responses.incrementAndGet();
            rejected.addAndGet(event.httpStatus() == 429 ? 1 : 0);
        }
    }

    private boolean over(Duration time) {
        return System.nanoTime() - start > time.toNanos();
    }

    private void note(Queue<Double> waits, CompletableFuture<?> call) {
        long begin = System.nanoTime();
        call.whenComplete((response, failure) -> waits.add((System.nanoTime() - begin) / 1e6));
    }

    private void print(List<Double> cancels, List<Double> gets) {
        double seconds = WHOLE.minus(SETTLING).toSeconds();
        System.out.printf(
                Locale.ROOT,
                "limit %d/s, Retry-After %s: %.1f requests a second, %.1f %% of them rejected, after the first ten seconds;"
                        + " half of the cancels took at most %.0f ms, half of the gets %.0f ms (of %d and %d)%n",
                perSecond,
                retryAfter == 0 ? "none" : retryAfter + " s",
                responses.get() / seconds,
                100.0 * rejected.get() / responses.get(),
                ComparisonTable.quantile(cancels, 0.5),
                ComparisonTable.quantile(gets, 0.5),
                cancels.size(),
                gets.size());
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
