// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.jobs;

import dev.longrun.OperationsClient;
import dev.longrun.benchmarks.Clients;
import dev.longrun.benchmarks.Names;
import dev.longrun.benchmarks.RawClient;
import dev.longrun.benchmarks.server.Counts;
import dev.longrun.benchmarks.server.ServerProcess;
import dev.longrun.service.OperationName;
import dev.longrun.watch.WatchOptions;
import dev.longrun.watch.WatchOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/**
 * Watches N operations of one parent that end over a minute; then OkHttp does, with a get each on the same schedule.
 */
final class WatchMany {
    private final int count;
    private final Duration span;

    WatchMany(int count, Duration span) {
        this.count = count;
        this.span = span;
    }

    void run() {
        List<OperationName> names = Names.first(count);
        try (ServerProcess server = ServerProcess.start();
                OperationsClient client = Clients.at(server.url())) {
            Delays ours = new Delays(count, span);
            begin(server, ours);
            Cost our = Meter.of(() -> watchAll(client, names, ours));
            Counts ourRequests = server.counts();

            Delays theirs = new Delays(count, span);
            begin(server, theirs);
            Cost their = Meter.of(() -> new RawWatch(new RawClient(server.url()), names, theirs).run());
            Counts theirRequests = server.counts();

            System.out.printf(
                    "| watch %d: requests | %d | %d | | **1/%.0f** | |%n",
                    count,
                    ourRequests.requests(),
                    theirRequests.requests(),
                    (double) theirRequests.requests() / ourRequests.requests());
            one("median detection delay, ms", ours.quantile(0.5), theirs.quantile(0.5));
            one("99 % detection delay, ms", ours.quantile(0.99), theirs.quantile(0.99));
            one("CPU, ms", our.cpuNanos() / 1e6, their.cpuNanos() / 1e6);
            one("allocation, bytes an operation", (double) our.allocated() / count, (double) their.allocated() / count);
        }
    }

    private void begin(ServerProcess server, Delays delays) {
        server.ending(count, delays.begin(), span);
    }

    private void one(String what, double ours, double theirs) {
        System.out.printf(
                Locale.ROOT,
                "| watch %d: %s | %,.1f | %,.1f | | **%.2f** | |%n",
                count,
                what,
                ours,
                theirs,
                ours / theirs);
    }

    private static void watchAll(OperationsClient client, List<OperationName> names, Delays delays) {
        WatchOptions options = WatchOptions.defaults();
        CompletableFuture.allOf(names.stream()
                        .map(name -> client.watcher().watch(name, options))
                        .map(watched -> watched.thenAccept(end -> noted(end, delays)))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    private static void noted(WatchOutcome end, Delays delays) {
        delays.detected(Integer.parseInt(end.orElseThrow().name().resource().id()));
    }
}
