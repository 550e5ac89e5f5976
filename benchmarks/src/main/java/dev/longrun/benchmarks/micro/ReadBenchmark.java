// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.micro;

import dev.longrun.benchmarks.BenchmarkOperations;
import dev.longrun.json.JsonObject;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Reads an Operation from the bytes of a response, and its metadata. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReadBenchmark {
    private final OperationName name = BenchmarkOperations.of(17);
    private final byte[] response = BenchmarkOperations.running(name).getBytes(StandardCharsets.UTF_8);

    @Benchmark
    public Operation readOperation() {
        return Operation.read(name, JsonObject.parse(response));
    }

    /** What a watch reads of each snapshot. */
    @Benchmark
    public Optional<Boolean> readCancelRequested() {
        return readOperation().info().cancelRequested();
    }
}
