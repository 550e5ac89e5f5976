// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.jobs;

import dev.longrun.OperationsClient;
import dev.longrun.benchmarks.BenchmarkClients;
import dev.longrun.benchmarks.BenchmarkNames;
import dev.longrun.benchmarks.RawClient;
import dev.longrun.benchmarks.server.ServerProcess;
import dev.longrun.service.OperationName;

/** Blocking calls in one thread: rounds of ours and of OkHttp alternate. */
final class OneCallJob {
    private static final int WARM_UP = 10_000;
    private static final int CALLS = 5000;

    private final int rounds;

    OneCallJob(int rounds) {
        this.rounds = rounds;
    }

    void run() {
        OperationName name = BenchmarkNames.of(0);
        try (ServerProcess server = ServerProcess.start();
                OperationsClient client = BenchmarkClients.at(server.url())) {
            server.untilCancelled(1);
            RawClient raw = new RawClient(server.url());
            compare("get", () -> client.operations().get(name), () -> raw.get(name.value()));
            compare("cancel", () -> client.operations().cancel(name), () -> raw.cancel(name.value()));
        }
    }

    private void compare(String figure, Runnable ours, Runnable theirs) {
        repeat(WARM_UP, ours);
        repeat(WARM_UP, theirs);
        RatioStats cpu = new RatioStats(figure + ": CPU, µs a call");
        RatioStats bytes = new RatioStats(figure + ": allocation, bytes a call");
        RatioStats time = new RatioStats(figure + ": time, µs a call");
        for (int i = 0; i < rounds; i++) {
            ResourceUsage our = ResourceMeter.of(() -> repeat(CALLS, ours));
            ResourceUsage their = ResourceMeter.of(() -> repeat(CALLS, theirs));
            cpu.add(our.cpuNanos() / 1e3 / CALLS, their.cpuNanos() / 1e3 / CALLS);
            bytes.add((double) our.allocated() / CALLS, (double) their.allocated() / CALLS);
            time.add(our.nanos() / 1e3 / CALLS, their.nanos() / 1e3 / CALLS);
        }
        bytes.print();
        cpu.print();
        time.print();
    }

    private static void repeat(int times, Runnable call) {
        for (int i = 0; i < times; i++) {
            call.run();
        }
    }
}
