// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.micro;

import dev.longrun.OperationsClient;
import dev.longrun.benchmarks.BenchmarkOperations;
import dev.longrun.benchmarks.clients.BenchmarkClients;
import dev.longrun.benchmarks.clients.RawClient;
import dev.longrun.benchmarks.server.ServerProcess;
import dev.longrun.operation.Operation;
import dev.longrun.service.OperationName;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One call over loopback, by our client and by OkHttp alone. Run it with {@code -prof gc}; for CPU see the job
 * {@code call}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CallBenchmark {
    private final OperationName name = BenchmarkOperations.of(0);
    private final ServerProcess server = ServerProcess.start();
    private final OperationsClient client = BenchmarkClients.at(server.url());
    private final RawClient raw = new RawClient(server.url());

    @Setup
    public void begin() {
        server.untilCancelled(1);
    }

    @TearDown
    public void end() {
        client.close();
        server.close();
    }

    @Benchmark
    public Operation get() {
        return client.operations().get(name);
    }

    @Benchmark
    public byte[] getByOkHttp() {
        return raw.get(name.value());
    }

    @Benchmark
    public void cancel() {
        client.operations().cancel(name);
    }

    @Benchmark
    public void cancelByOkHttp() {
        raw.cancel(name.value());
    }
}
