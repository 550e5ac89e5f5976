// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.jobs;

import dev.longrun.OperationsClient;
import dev.longrun.benchmarks.BenchmarkOperations;
import dev.longrun.benchmarks.clients.BenchmarkClients;
import dev.longrun.benchmarks.server.ServerProcess;
import dev.longrun.cancel.CancelOutcome;
import dev.longrun.service.OperationName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cancels one operation at a time and waits for its outcome, with operations that end sooner or later. */
final class VerdictJob {
    private static final List<Integer> MILLIS = List.of(10, 50, 200, 1000, 3000, 8000);

    private final int rounds;

    VerdictJob(int rounds) {
        this.rounds = rounds;
    }

    void run() {
        System.out.println("| end after the cancel | outcome after: median | max | gets |");
        System.out.println("| --- | --- | --- | --- |");
        for (int millis : MILLIS) {
            measure(Duration.ofMillis(millis));
        }
        System.out.println();
    }

    /** With a new client, which has not learned how long operations run. */
    private void measure(Duration end) {
        List<Double> outcomes = new ArrayList<>();
        double gets = 0;
        try (ServerProcess server = ServerProcess.start();
                OperationsClient client = BenchmarkClients.at(server.url())) {
            cancel(server, client, Duration.ZERO); // loads classes, connects
            for (int i = 0; i < rounds; i++) {
                outcomes.add(cancel(server, client, end));
                gets += server.counts().gets();
            }
        }
        System.out.printf(
                Locale.ROOT,
                "| %,d ms | %,.0f ms | %,.0f ms | %.1f |%n",
                end.toMillis(),
                ComparisonTable.quantile(outcomes, 0.5),
                ComparisonTable.quantile(outcomes, 1),
                gets / rounds);
    }

    private static double cancel(ServerProcess server, OperationsClient client, Duration end) {
        OperationName name = BenchmarkOperations.of(0);
        server.untilCancelled(1, end, end);
        long start = System.nanoTime();
        CancelOutcome outcome = client.canceller().cancel(name);
        if (!outcome.isCancelled()) {
            throw new IllegalStateException(outcome.describe());
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
