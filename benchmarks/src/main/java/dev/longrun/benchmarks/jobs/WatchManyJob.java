// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.jobs;

import dev.longrun.OperationsClient;
import dev.longrun.benchmarks.BenchmarkClients;
import dev.longrun.benchmarks.BenchmarkNames;
import dev.longrun.benchmarks.RawClient;
import dev.longrun.benchmarks.server.RequestCounts;
import dev.longrun.benchmarks.server.ServerProcess;
import dev.longrun.service.OperationName;
import dev.longrun.watch.WatchOptions;
import dev.longrun.watch.WatchOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** Watches N operations of one parent that end within a minute, then polls as many with OkHttp on the same schedule. */
final class WatchManyJob {
    private final int count;
    private final Duration span;

    WatchManyJob(int count, Duration span) {
        this.count = count;
        this.span = span;
    }

    void run() {
        List<OperationName> names = BenchmarkNames.first(count);
        try (ServerProcess server = ServerProcess.start();
                OperationsClient client = BenchmarkClients.at(server.url())) {
            DetectionDelays ours = new DetectionDelays(count, span);
            begin(server, ours);
            ResourceUsage our = ResourceMeter.of(() -> watchAll(client, names, ours));
            RequestCounts ourRequests = server.counts();

            DetectionDelays theirs = new DetectionDelays(count, span);
            begin(server, theirs);
            ResourceUsage their =
                    ResourceMeter.of(() -> new RawWatch(new RawClient(server.url()), names, theirs).run());
            RequestCounts theirRequests = server.counts();

            System.out.printf(
                    "| watch %d: requests | %d | %d | | **1/%.0f** | |%n",
                    count,
                    ourRequests.requests(),
                    theirRequests.requests(),
                    (double) theirRequests.requests() / ourRequests.requests());
            printRow("median detection delay, ms", ours.quantile(0.5), theirs.quantile(0.5));
            printRow("99 % detection delay, ms", ours.quantile(0.99), theirs.quantile(0.99));
            printRow("CPU, ms", our.cpuNanos() / 1e6, their.cpuNanos() / 1e6);
            printRow(
                    "allocation, bytes an operation",
                    (double) our.allocated() / count,
                    (double) their.allocated() / count);
        }
    }

    private void begin(ServerProcess server, DetectionDelays delays) {
        server.ending(count, delays.begin(), span);
    }

    private void printRow(String figure, double ours, double theirs) {
        System.out.printf(
                Locale.ROOT,
                "| watch %d: %s | %,.1f | %,.1f | | **%.2f** | |%n",
                count,
                figure,
                ours,
                theirs,
                ours / theirs);
    }

    private static void watchAll(OperationsClient client, List<OperationName> names, DetectionDelays delays) {
        WatchOptions options = WatchOptions.defaults();
        CompletableFuture.allOf(names.stream()
                        .map(name -> client.watcher().watch(name, options))
                        .map(watched -> watched.thenAccept(end -> noted(end, delays)))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    private static void noted(WatchOutcome end, DetectionDelays delays) {
        delays.detected(Integer.parseInt(end.orElseThrow().name().resource().id()));
    }
}
