// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.jobs;

import dev.longrun.OperationsClient;
import dev.longrun.benchmarks.BenchmarkOperations;
import dev.longrun.benchmarks.clients.BenchmarkClients;
import dev.longrun.benchmarks.server.ServerProcess;
import dev.longrun.cancel.BatchOptions;
import dev.longrun.cancel.CancelBatch;
import dev.longrun.cancel.CancelOptions;
import dev.longrun.journal.CancelJournal;
import dev.longrun.service.OperationName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/**
 * Watches and cancels 1,000, 10,000 and 100,000 operations, which end at once when they are cancelled, or evenly over
 * half a minute. Draws what one operation costs, and writes the pictures.
 */
final class ScaleJob {
    private static final int[] COUNTS = {1000, 10_000, 100_000};
    private static final Duration SPAN = Duration.ofSeconds(30);
    private static final int WARM_UP = 3;

    private final LineChart cancel = new LineChart("Cancel and confirm", "µs an operation");
    private final LineChart watch = new LineChart("Watch for half a minute", "µs of CPU an operation");
    private final LineChart requests = new LineChart("Requests", "an operation");
    private final LineChart delays = new LineChart("From the end to its detection", "ms");
    private final Path pictures;

    /** @param pictures the directory to write to */
    ScaleJob(Path pictures) {
        this.pictures = pictures;
    }

    void run() throws IOException {
        for (int i = 0; i < WARM_UP; i++) {
            cancelAll(COUNTS[0], false);
            cancelAll(COUNTS[0], true);
        }
        for (int count : COUNTS) {
            show("without a journal", count, cancelAll(count, false));
            show("with a journal", count, cancelAll(count, true));
            watchAll(count);
        }
        Files.createDirectories(pictures);
        Files.writeString(pictures.resolve("cancel.svg"), cancel.svg());
        Files.writeString(pictures.resolve("watch.svg"), watch.svg());
        Files.writeString(pictures.resolve("requests.svg"), requests.svg());
        Files.writeString(pictures.resolve("delays.svg"), delays.svg());
    }

    private void show(String how, int count, ResourceUsage usage) {
        cancel.add("time, " + how, count, usage.nanos() / 1e3 / count);
        cancel.add("CPU, " + how, count, usage.cpuNanos() / 1e3 / count);
        System.out.printf(
                Locale.ROOT,
                "cancel %,d %s: %.1f s, %.1f s of CPU%n",
                count,
                how,
                usage.nanos() / 1e9,
                usage.cpuNanos() / 1e9);
    }

    private ResourceUsage cancelAll(int count, boolean withJournal) throws IOException {
        List<OperationName> names = BenchmarkOperations.first(count);
        Path directory = Files.createTempDirectory("longrun-scale");
        Path file = directory.resolve("journal.jsonl");
        try (ServerProcess server = ServerProcess.start();
                OperationsClient client = BenchmarkClients.at(server.url());
                CancelJournal journal = CancelJournal.create(file)) {
            CancelOptions one = CancelOptions.defaults();
            BatchOptions options =
                    BatchOptions.defaults().withCancelOptions(withJournal ? one.withWriteAheadLog(journal) : one);
            server.untilCancelled(count);
            ResourceUsage usage = ResourceMeter.of(() -> {
                try (CancelBatch batch = client.canceller().cancelAll(names.iterator(), options)) {
                    batch.forEachRemaining(result -> {});
                }
            });
            requests.add(
                    "cancel " + (withJournal ? "with a journal" : "without a journal"),
                    count,
                    (double) server.counts().requests() / count);
            return usage;
        } finally {
            Files.deleteIfExists(file);
            Files.delete(directory);
        }
    }

    private void watchAll(int count) {
        List<OperationName> names = BenchmarkOperations.first(count);
        try (ServerProcess server = ServerProcess.start();
                OperationsClient client = BenchmarkClients.at(server.url())) {
            var detection = new DetectionDelays(count, SPAN);
            server.ending(count, detection.begin(), SPAN);
            ResourceUsage usage = ResourceMeter.of(() -> CompletableFuture.allOf(names.stream()
                            .map(name -> client.watcher()
                                    .watch(name)
                                    .thenAccept(end -> detection.detected(
                                            Integer.parseInt(name.resource().id()))))
                            .toArray(CompletableFuture<?>[]::new))
                    .join());
            long sent = server.counts().requests();
            watch.add("CPU", count, usage.cpuNanos() / 1e3 / count);
            requests.add("watch", count, (double) sent / count);
            delays.add("median", count, detection.quantile(0.5));
            delays.add("99 %", count, detection.quantile(0.99));
            System.out.printf(
                    Locale.ROOT,
                    "watch %,d: %.1f s of CPU, %,d requests, detected after %.0f ms, 99 %% after %.0f ms%n",
                    count,
                    usage.cpuNanos() / 1e9,
                    sent,
                    detection.quantile(0.5),
                    detection.quantile(0.99));
        }
    }
}
