// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.jobs;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The main class: runs the jobs named on the command line and prints tables. */
public final class Jobs {
    private Jobs() {}

    /**
     * Takes {@code call}, {@code cancel}, {@code watch}, {@code heap} and {@code throttle}, each with an optional
     * number after a colon: {@code watch:10000}.
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
                RatioStats.printHead();
                new OneCallJob(number == 0 ? 15 : number).run();
            }
            case "cancel" -> {
                RatioStats.printHead();
                new CancelManyJob(number == 0 ? 10_000 : number, 7).run();
            }
            case "watch" -> {
                RatioStats.printHead();
                new WatchManyJob(number == 0 ? 1000 : number, Duration.ofMinutes(1)).run();
            }
            case "heap" -> new HeapJob(number == 0 ? 100_000 : number).run();
            case "throttle" -> new ThrottledJob(20, number).run();
            default ->
                throw new IllegalArgumentException(
                        "jobs are call, cancel, watch, heap and throttle, as in watch:10000; got " + job);
        }
    }
}
