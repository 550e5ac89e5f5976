// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.jobs;

import dev.longrun.OperationsClient;
import dev.longrun.benchmarks.Clients;
import dev.longrun.benchmarks.Names;
import dev.longrun.benchmarks.RawClient;
import dev.longrun.benchmarks.server.Counts;
import dev.longrun.benchmarks.server.ServerProcess;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.service.OperationName;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Cancels N operations and learns of each what became of it. Beside it, OkHttp on as many threads: once sending the
 * same requests (which it could not know without our watcher), once as one would write it, a cancel and a get each.
 */
final class CancelMany {
    private static final int WARM_UP = 3;

    private final int count;
    private final int rounds;

    CancelMany(int count, int rounds) {
        this.count = count;
        this.rounds = rounds;
    }

    void run() {
        List<OperationName> names = Names.first(count);
        Ratios time = new Ratios("same requests: time, ms");
        Ratios cpu = new Ratios("same requests: CPU, ms");
        Ratios bytes = new Ratios("same requests: allocation, bytes an operation");
        Ratios plainTime = new Ratios("a get each: time, ms");
        Ratios plainCpu = new Ratios("a get each: CPU, ms");
        Ratios requests = new Ratios("a get each: requests");
        try (ServerProcess server = ServerProcess.start();
                OperationsClient client = Clients.at(server.url())) {
            RawJobs raw = new RawJobs(new RawClient(server.url()), names);
            for (int i = 0; i < WARM_UP + rounds; i++) {
                server.untilCancelled(count);
                Cost ours = Meter.of(() -> cancelAll(client, names));
                Counts asked = server.counts();
                server.untilCancelled(count);
                Cost same = Meter.of(() ->
                        raw.send(asked, CancelOptions.defaults().pollBackoff().first()));
                server.untilCancelled(count);
                Cost plain = Meter.of(raw::cancelAndGetEach);
                Counts askedPlainly = server.counts();
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
        List.of(time, cpu, bytes, plainTime, plainCpu, requests).forEach(Ratios::print);
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
