// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.jobs;

import dev.longrun.OperationsClient;
import dev.longrun.benchmarks.BenchmarkOperations;
import dev.longrun.benchmarks.clients.BenchmarkClients;
import dev.longrun.benchmarks.server.ServerProcess;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import dev.longrun.watch.WatchOptions;
import dev.longrun.watch.WatchOutcome;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/**
 * Watches N operations to their end and keeps every outcome. Prints the heap of a watched operation with its name and
 * its last snapshot. Run it with {@code -Xmx256m}: an OutOfMemoryError means that the operations do not fit.
 */
final class HeapJob {
    private final int count;

    HeapJob(int count) {
        this.count = count;
    }

    void run() {
        try (ServerProcess server = ServerProcess.start();
                OperationsClient client = BenchmarkClients.at(server.url())) {
            long before = used();
            List<OperationName> names = BenchmarkOperations.first(count);
            long withNames = used();
            server.ending(count, System.currentTimeMillis() + 60_000, Duration.ofSeconds(30));
            CountDownLatch read = new CountDownLatch(count);
            WatchOptions options = WatchOptions.defaults().withListener(operation -> countRunning(operation, read));
            int threads = ManagementFactory.getThreadMXBean().getThreadCount();
            List<CompletableFuture<WatchOutcome>> watched = names.stream()
                    .map(name -> client.watcher().watch(name, options))
                    .toList();
            await(read);
            say("names", withNames - before);
            say("watched and read", used() - before);
            System.out.printf(
                    "threads: %d more%n", ManagementFactory.getThreadMXBean().getThreadCount() - threads);
            watched.forEach(outcome -> outcome.join().orElseThrow());
            say("done, outcomes kept", used() - before);
            System.out.println(server.counts());
        }
    }

    private static void countRunning(Operation operation, CountDownLatch read) {
        if (!operation.done()) {
            read.countDown();
        }
    }

    private static void await(CountDownLatch read) {
        try {
            read.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void say(String figure, long bytes) {
        System.out.printf("%s: %,d bytes an operation, %,d MB in all%n", figure, bytes / count, bytes >> 20);
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
