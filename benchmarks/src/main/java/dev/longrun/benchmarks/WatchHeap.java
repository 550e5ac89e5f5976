// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks;

import dev.longrun.json.JsonObject;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.VirtualTime;
import dev.longrun.watch.OperationWatcher;
import dev.longrun.watch.WatchOptions;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Prints how many bytes of heap one watched operation takes, without its name: {@code waiting 262} until its first
 * read, and {@code read 934} with its last snapshot. With {@code -XX:+UseSerialGC} the figures are the same in each
 * run.
 */
public final class WatchHeap {
    private static final int COUNT = 20_000;

    private WatchHeap() {}

    public static void main(String[] arguments) {
        List<OperationName> names = BenchmarkOperations.first(COUNT);
        var operations = new CannedOperations(names, name -> JsonObject.parse(BenchmarkOperations.running(name)));
        try (var time = VirtualTime.manual();
                var watcher =
                        new OperationWatcher(operations, time, new Random(1), Runnable::run, WatchOptions.defaults())) {
            long before = used();
            names.forEach(watcher::watch);
            print("waiting", used() - before);
            time.advance(Duration.ofSeconds(1));
            operations.respond();
            print("read", used() - before);
            System.out.println("watched " + watcher.stats().watched());
        }
    }

    private static void print(String state, long bytes) {
        System.out.printf(Locale.ROOT, "%s %d%n", state, bytes / COUNT);
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
