// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.jobs;

import dev.longrun.OperationsClient;
import dev.longrun.benchmarks.BenchmarkClients;
import dev.longrun.benchmarks.BenchmarkNames;
import dev.longrun.benchmarks.RawClient;
import dev.longrun.benchmarks.server.RequestCounts;
import dev.longrun.benchmarks.server.ServerProcess;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.service.OperationName;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Cancels N operations and waits for each outcome. OkHttp on as many threads is measured twice: with the same requests,
 * and with a cancel and a get for each operation.
 */
final class CancelManyJob {
    private static final int WARM_UP = 3;

    private final int count;
    private final int rounds;

    CancelManyJob(int count, int rounds) {
        this.count = count;
        this.rounds = rounds;
    }

    void run() {
        List<OperationName> names = BenchmarkNames.first(count);
        RatioStats time = new RatioStats("same requests: time, ms");
        RatioStats cpu = new RatioStats("same requests: CPU, ms");
        RatioStats bytes = new RatioStats("same requests: allocation, bytes an operation");
        RatioStats plainTime = new RatioStats("a get each: time, ms");
        RatioStats plainCpu = new RatioStats("a get each: CPU, ms");
        RatioStats requests = new RatioStats("a get each: requests");
        try (ServerProcess server = ServerProcess.start();
                OperationsClient client = BenchmarkClients.at(server.url())) {
            RawJobs raw = new RawJobs(new RawClient(server.url()), names);
            for (int i = 0; i < WARM_UP + rounds; i++) {
                server.untilCancelled(count);
                ResourceUsage ours = ResourceMeter.of(() -> cancelAll(client, names));
                RequestCounts asked = server.counts();
                server.untilCancelled(count);
                ResourceUsage same = ResourceMeter.of(() ->
                        raw.send(asked, CancelOptions.defaults().pollBackoff().first()));
                server.untilCancelled(count);
                ResourceUsage plain = ResourceMeter.of(raw::cancelAndGetEach);
                RequestCounts askedPlainly = server.counts();
                if (i >= WARM_UP) {
                    time.add(ours.nanos() / 1e6, same.nanos() / 1e6);
                    cpu.add(ours.cpuNanos() / 1e6, same.cpuNanos() / 1e6);
                    bytes.add((double) ours.allocated() / count, (double) same.allocated() / count);
                    plainTime.add(ours.nanos() / 1e6, plain.nanos() / 1e6);
                    plainCpu.add(ours.cpuNanos() / 1e6, plain.cpuNanos() / 1e6);
                    requests.add(asked.requests(), askedPlainly.requests());
                }
            }
            raw.close();
        }
        List.of(time, cpu, bytes, plainTime, plainCpu, requests).forEach(RatioStats::print);
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
