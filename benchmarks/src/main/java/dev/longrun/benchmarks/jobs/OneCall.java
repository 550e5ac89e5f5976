// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.jobs;

import dev.longrun.OperationsClient;
import dev.longrun.benchmarks.Clients;
import dev.longrun.benchmarks.Names;
import dev.longrun.benchmarks.RawClient;
import dev.longrun.benchmarks.server.ServerProcess;
import dev.longrun.service.OperationName;

/** One blocking call at a time, some thousand in a row, ours and OkHttp's by turns. */
final class OneCall {
    private static final int WARM_UP = 10_000;
    private static final int CALLS = 5000;

    private final int rounds;

    OneCall(int rounds) {
        this.rounds = rounds;
    }

    void run() {
        OperationName name = Names.of(0);
        try (ServerProcess server = ServerProcess.start();
                OperationsClient client = Clients.at(server.url())) {
            server.untilCancelled(1);
            RawClient raw = new RawClient(server.url());
            compare("get", () -> client.operations().get(name), () -> raw.get(name.value()));
            compare("cancel", () -> client.operations().cancel(name), () -> raw.cancel(name.value()));
        }
    }

    private void compare(String what, Runnable ours, Runnable theirs) {
        repeat(WARM_UP, ours);
        repeat(WARM_UP, theirs);
        Ratios cpu = new Ratios(what + ": CPU, µs a call");
        Ratios bytes = new Ratios(what + ": allocation, bytes a call");
        Ratios time = new Ratios(what + ": time, µs a call");
        for (int i = 0; i < rounds; i++) {
            Cost our = Meter.of(() -> repeat(CALLS, ours));
            Cost their = Meter.of(() -> repeat(CALLS, theirs));
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
