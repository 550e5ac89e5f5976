// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The main class: runs the jobs named on the command line and prints tables. */
public final class Jobs {
    private Jobs() {}

    /**
     * Takes {@code call}, {@code verdict}, {@code cold}, {@code cancel}, {@code watch}, {@code heap}, {@code throttle}
     * and {@code scale}, all but the last with an optional number after a colon: {@code watch:10000}. {@code scale}
     * writes pictures to {@code benchmarks/pictures}.
     */
    public static void main(String[] jobs) throws IOException {
        List<String> wanted = jobs.length == 0
                ? List.of("call", "verdict", "cold", "cancel", "watch", "heap", "throttle")
                : Arrays.asList(jobs);
        for (String job : wanted) {
            String[] parts = job.split(":");
            run(parts[0], parts.length > 1 ? Integer.parseInt(parts[1]) : 0);
        }
    }

    private static void run(String job, int number) throws IOException {
        switch (job) {
            case "call" -> new OneCallJob(number == 0 ? 15 : number).run();
            case "verdict" -> new VerdictJob(number == 0 ? 7 : number).run();
            case "cold" -> new ColdJob(number == 0 ? 15 : number).run();
            case "cancel" -> new CancelManyJob(number == 0 ? 1000 : number, 7).run();
            case "watch" -> {
                int count = number == 0 ? 1000 : number;
                new WatchManyJob(count, Duration.ofSeconds(2), 7).run();
                new WatchManyJob(count, Duration.ofMinutes(1), 1).run();
            }
            case "heap" -> new HeapJob(number == 0 ? 100_000 : number).run();
            case "throttle" -> new ThrottledJob(20, number).run();
            case "scale" -> new ScaleJob(Path.of("benchmarks", "pictures")).run();
            default ->
                throw new IllegalArgumentException(
                        "jobs are call, verdict, cold, cancel, watch, heap, throttle and scale, as in watch:10000; got "
                                + job);
        }
    }
}
