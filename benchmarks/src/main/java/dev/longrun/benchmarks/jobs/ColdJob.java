// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.jobs;

import dev.longrun.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A process of its own for each cancel: the time from its start to its end, and its CPU time as Linux counts it, once
 * plain and once with an archive of the classes that it loads (CDS).
 */
final class ColdJob {
    private static final List<String> CLIENTS = List.of("OkHttp", "Longrun", "gax", "discovery client");
    private static final long MILLIS_A_TICK = 10;

    private final int rounds;
    private final Map<String, Path> archives = new HashMap<>();

    ColdJob(int rounds) {
        this.rounds = rounds;
    }

    void run() throws IOException {
        var table = new ComparisonTable();
        Path directory = Files.createTempDirectory("longrun-cold");
        try (ServerProcess server = ServerProcess.start()) {
            server.untilCancelled(1);
            for (String client : CLIENTS) {
                archives.put(client, directory.resolve(client.charAt(0) + ".jsa"));
                cancel(client, server.url(), "-XX:ArchiveClassesAtExit=" + archives.get(client));
            }
            for (int i = 0; i < rounds; i++) {
                for (String client : CLIENTS) {
                    add(table, "plain", client, cancel(client, server.url(), "-Xshare:auto"));
                    add(
                            table,
                            "with an archive",
                            client,
                            cancel(client, server.url(), "-XX:SharedArchiveFile=" + archives.get(client)));
                }
            }
        } finally {
            for (Path archive : archives.values()) {
                Files.deleteIfExists(archive);
            }
            Files.delete(directory);
        }
        table.print();
    }

    private static void add(ComparisonTable table, String how, String client, ResourceUsage usage) {
        table.add("one cancel, cold, " + how + ": time, ms", client, usage.nanos() / 1e6);
        table.add("one cancel, cold, " + how + ": CPU, ms", client, usage.cpuNanos() / 1e6);
    }

    private static ResourceUsage cancel(String client, String url, String option) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), option, "-cp"));
        command.addAll(List.of(System.getProperty("java.class.path"), ColdCancel.class.getName(), client, url));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String stat = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        long nanos = System.nanoTime() - start;
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        return new ResourceUsage(nanos, Duration.ofMillis(ticks * MILLIS_A_TICK).toNanos(), 0);
    }
}
