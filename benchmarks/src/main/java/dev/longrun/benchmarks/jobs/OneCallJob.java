// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.jobs;

import dev.longrun.benchmarks.BenchmarkOperations;
import dev.longrun.benchmarks.clients.BlockingClient;
import dev.longrun.benchmarks.server.ServerProcess;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Blocking calls, in one thread and in 64; the clients take turns. */
final class OneCallJob {
    private static final int WARM_UP = 2;
    private static final int CALLS = 5000;
    private static final int THREADS = 64;

    private final String name = BenchmarkOperations.of(0).value();
    private final int rounds;

    OneCallJob(int rounds) {
        this.rounds = rounds;
    }

    void run() {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        var table = new ComparisonTable();
        try (ServerProcess server = ServerProcess.start()) {
            server.untilCancelled(1);
            List<BlockingClient> clients = Clients.all(server.url());
            compare(table, clients, "get", client -> repeat(CALLS, () -> client.read(name)));
            compare(table, clients, "cancel", client -> repeat(CALLS, () -> client.cancel(name)));
            compare(table, clients, "64 threads of gets", client -> inAll(threads, () -> client.read(name)));
            clients.forEach(BlockingClient::close);
        } finally {
            threads.shutdown();
        }
        table.print();
    }

    private void compare(
            ComparisonTable table, List<BlockingClient> clients, String job, Consumer<BlockingClient> calls) {
        for (int i = 0; i < WARM_UP + rounds; i++) {
            for (BlockingClient client : clients) {
                ResourceUsage usage = ResourceMeter.of(() -> calls.accept(client));
                if (i >= WARM_UP) {
                    table.add(job, client.label(), usage, CALLS);
                }
            }
        }
    }

    private static void inAll(ExecutorService threads, Runnable call) {
        CompletableFuture.allOf(IntStream.range(0, THREADS)
                        .mapToObj(i -> CompletableFuture.runAsync(() -> repeat(CALLS / THREADS, call), threads))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    private static void repeat(int times, Runnable call) {
        for (int i = 0; i < times; i++) {
            call.run();
        }
    }
}
