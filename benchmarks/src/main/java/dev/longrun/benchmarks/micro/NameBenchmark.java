// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.micro;

import dev.longrun.benchmarks.BenchmarkOperations;
import dev.longrun.binding.BoundPath;
import dev.longrun.service.ApiMethod;
import dev.longrun.service.OperationName;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Parses a name, and builds the path of a request from a name. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class NameBenchmark {
    private final OperationName name = BenchmarkOperations.of(17);
    private final String text = name.value();

    @Benchmark
    public OperationName parseName() {
        return OperationName.of(name.service(), text);
    }

    @Benchmark
    public BoundPath buildPath() {
        return name.service().path(ApiMethod.CANCEL, text);
    }
}
