// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.micro;

import dev.longrun.benchmarks.BenchmarkOperations;
import dev.longrun.benchmarks.CannedOperations;
import dev.longrun.json.JsonObject;
import dev.longrun.service.OperationName;
import dev.longrun.testkit.VirtualTime;
import dev.longrun.watch.OperationWatcher;
import dev.longrun.watch.WatchOptions;
import dev.longrun.watch.WatcherStats;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One second of watching under a virtual clock with responses at once: the cost of the watcher alone. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TickBenchmark {
    private static final int STEPS_A_SECOND = 40;
    private static final WatchOptions LONG = WatchOptions.defaults().withTimeout(Duration.ofDays(365));

    @Param({"10", "100", "1000", "10000", "100000"})
    public int watched;

    private final VirtualTime time = VirtualTime.manual();
    private CannedOperations operations = running(List.of());
    private OperationWatcher watcher =
            new OperationWatcher(operations, time, new Random(1), Runnable::run, WatchOptions.defaults());

    @Setup(Level.Trial)
    public void begin() {
        List<OperationName> names = BenchmarkOperations.first(watched);
        operations = running(names);
        watcher = new OperationWatcher(operations, time, new Random(1), Runnable::run, WatchOptions.defaults());
        for (OperationName name : names) {
            watcher.watch(name, LONG);
        }
        for (int i = 0; i < 60; i++) {
            pass();
        }
    }

    /** Parsing is left out. */
    private static CannedOperations running(List<OperationName> names) {
        JsonObject running = JsonObject.parse("{\"done\": false}");
        return new CannedOperations(names, name -> running);
    }

    /** Moves the clock by a second in steps of 25 ms, the slot of the watcher. */
    private void pass() {
        for (int i = 0; i < STEPS_A_SECOND; i++) {
            time.advance(Duration.ofSeconds(1).dividedBy(STEPS_A_SECOND));
            operations.respond();
        }
    }

    @TearDown(Level.Trial)
    public void end() {
        time.close();
    }

    /** Each operation is read every ten seconds, so one second reads a tenth of them. */
    @Benchmark
    public WatcherStats second() {
        pass();
        return watcher.stats();
    }
}
