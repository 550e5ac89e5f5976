// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.jobs;

import dev.longrun.OperationsClient;
import dev.longrun.benchmarks.BenchmarkOperations;
import dev.longrun.benchmarks.clients.BenchmarkClients;
import dev.longrun.benchmarks.clients.BlockingClient;
import dev.longrun.benchmarks.server.ServerProcess;
import dev.longrun.service.OperationName;
import dev.longrun.watch.WatchOutcome;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Watches N operations of one parent that end evenly over a span. The others read each operation on a schedule that
 * many programs have: at once, after 0.5 s, then after pauses that grow by half up to 10 s.
 */
final class WatchManyJob {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final int count;
    private final Duration span;
    private final int rounds;
    private final ComparisonTable table = new ComparisonTable();

    WatchManyJob(int count, Duration span, int rounds) {
        this.count = count;
        this.span = span;
        this.rounds = rounds;
    }

    void run() {
        List<OperationName> names = BenchmarkOperations.first(count);
        List<String> texts = names.stream().map(OperationName::value).toList();
        try (ServerProcess server = ServerProcess.start();
                OperationsClient longrun = BenchmarkClients.at(server.url())) {
            List<BlockingClient> others = Clients.withoutWatcher(server.url());
            for (int i = 0; i < rounds; i++) {
                measure(server, "Longrun", delays -> watchAll(longrun, names, delays));
                for (BlockingClient client : others) {
                    try (var loop = new PollingLoop(client, texts, FIRST, LONGEST)) {
                        measure(server, client.label(), delays -> loop.watch(delays::detected));
                    }
                }
            }
            others.forEach(BlockingClient::close);
        }
        table.print();
    }

    private void measure(ServerProcess server, String client, Consumer<DetectionDelays> work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        int before = threads.getThreadCount();
        threads.resetPeakThreadCount();
        var delays = new DetectionDelays(count, span);
        server.ending(count, delays.begin(), span);
        ResourceUsage usage = ResourceMeter.of(() -> work.accept(delays));
        String job = "watch " + count + " for " + span.toSeconds() + " s: ";
        table.add(job + "requests", client, server.counts().requests());
        table.add(job + "median detection delay, ms", client, delays.quantile(0.5));
        table.add(job + "99 % detection delay, ms", client, delays.quantile(0.99));
        table.add(job + "CPU, ms", client, usage.cpuNanos() / 1e6);
        table.add(job + "allocation, MB", client, usage.allocated() / 1e6);
        table.add(job + "threads", client, threads.getPeakThreadCount() - before);
    }

    private static void watchAll(OperationsClient client, List<OperationName> names, DetectionDelays delays) {
        CompletableFuture.allOf(names.stream()
                        .map(name -> client.watcher().watch(name))
                        .map(watched -> watched.thenAccept(end -> noted(end, delays)))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    private static void noted(WatchOutcome end, DetectionDelays delays) {
        delays.detected(Integer.parseInt(end.orElseThrow().name().resource().id()));
    }
}
