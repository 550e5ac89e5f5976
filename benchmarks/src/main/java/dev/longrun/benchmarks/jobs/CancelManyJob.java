// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.jobs;

import dev.longrun.OperationsClient;
import dev.longrun.benchmarks.BenchmarkOperations;
import dev.longrun.benchmarks.clients.BenchmarkClients;
import dev.longrun.benchmarks.clients.BlockingClient;
import dev.longrun.benchmarks.server.ServerProcess;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.service.OperationName;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Cancels N operations at once and waits until each has ended, 10 to 30 ms after its cancel. The others read each
 * operation 10 ms after its cancel and then after pauses that grow by half.
 */
final class CancelManyJob {
    private static final int WARM_UP = 3;
    private static final Duration EARLIEST = Duration.ofMillis(10);
    private static final Duration LATEST = Duration.ofMillis(30);

    private final int count;
    private final int rounds;
    private final ComparisonTable table = new ComparisonTable();

    CancelManyJob(int count, int rounds) {
        this.count = count;
        this.rounds = rounds;
    }

    void run() {
        List<OperationName> names = BenchmarkOperations.first(count);
        List<String> texts = names.stream().map(OperationName::value).toList();
        try (ServerProcess server = ServerProcess.start();
                OperationsClient longrun = BenchmarkClients.at(server.url())) {
            List<BlockingClient> others = Clients.withoutWatcher(server.url());
            for (int i = 0; i < WARM_UP + rounds; i++) {
                boolean counts = i >= WARM_UP;
                measure(server, "Longrun", counts, () -> cancelAll(longrun, names));
                for (BlockingClient client : others) {
                    try (var loop = new PollingLoop(client, texts, EARLIEST, Duration.ofSeconds(10))) {
                        measure(server, client.label(), counts, loop::cancel);
                    }
                }
            }
            others.forEach(BlockingClient::close);
        }
        table.print();
    }

    private void measure(ServerProcess server, String client, boolean counts, Runnable work) {
        server.untilCancelled(count, EARLIEST, LATEST);
        ResourceUsage usage = ResourceMeter.of(work);
        if (counts) {
            String job = "cancel " + count;
            table.add(job, client, usage, count);
            table.add(job + ": requests", client, (double) server.counts().requests() / count);
        }
    }

    private static void cancelAll(OperationsClient client, List<OperationName> names) {
        List<CompletableFuture<CancelOutcome>> outcomes =
                names.stream().map(client.canceller()::cancelAsync).toList();
        for (CompletableFuture<CancelOutcome> outcome : outcomes) {
            if (!outcome.join().isCancelled()) {
                throw new IllegalStateException(outcome.join().describe());
            }
        }
    }
}
