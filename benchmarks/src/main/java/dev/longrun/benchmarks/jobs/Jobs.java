// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.jobs;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The program: runs the jobs named on the command line, in turn, and prints tables. */
public final class Jobs {
    private Jobs() {}

    /**
     * Takes {@code call}, {@code cancel}, {@code watch}, {@code heap}, {@code throttle}, the last with a number after a
     * colon where another than the usual is wanted: {@code watch:10000}.
     */
    public static void main(String[] jobs) {
        List<String> wanted =
                jobs.length == 0 ? List.of("call", "cancel", "watch", "heap", "throttle") : Arrays.asList(jobs);
        for (String job : wanted) {
            String[] parts = job.split(":");
            run(parts[0], parts.length > 1 ? Integer.parseInt(parts[1]) : 0);
        }
    }

    private static void run(String job, int number) {
        switch (job) {
            case "call" -> {
                Ratios.printHead();
                new OneCall(number == 0 ? 15 : number).run();
            }
            case "cancel" -> {
                Ratios.printHead();
                new CancelMany(number == 0 ? 10_000 : number, 7).run();
            }
            case "watch" -> {
                Ratios.printHead();
                new WatchMany(number == 0 ? 1000 : number, Duration.ofMinutes(1)).run();
            }
            case "heap" -> new Heap(number == 0 ? 100_000 : number).run();
            case "throttle" -> new Throttled(20, number).run();
            default ->
                throw new IllegalArgumentException(
                        "jobs are call, cancel, watch, heap and throttle, as in watch:10000; got " + job);
        }
    }
}
