// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.benchmarks.clients.RawClient;
import dev.longrun.benchmarks.micro.CallBenchmark;
import dev.longrun.benchmarks.micro.NameBenchmark;
import dev.longrun.benchmarks.micro.ReadBenchmark;
import dev.longrun.benchmarks.micro.TickBenchmark;
import dev.longrun.benchmarks.server.RequestCounts;
import dev.longrun.benchmarks.server.ServerProcess;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Runs each benchmark once; times are not checked. */
class BenchmarksTest {

    @Test
    void aPathIsBuiltOfAParsedName() {
        var benchmark = new NameBenchmark();
        assertThat(benchmark.parseName()).isEqualTo(BenchmarkOperations.of(17));
        assertThat(benchmark.buildPath().path()).endsWith("/operations/17:cancel");
        assertThat(BenchmarkOperations.of(17).isCancelDocumented()).isTrue();
    }

    @Test
    void anOperationIsRead() {
        var benchmark = new ReadBenchmark();
        assertThat(benchmark.readOperation().done()).isFalse();
        assertThat(benchmark.readCancelRequested()).contains(false);
    }

    @Test
    void oursAndTheirsAskTheSame() {
        var benchmark = new CallBenchmark();
        benchmark.begin();
        try {
            assertThat(benchmark.get().json().raw())
                    .isEqualTo(new String(benchmark.getByOkHttp(), StandardCharsets.UTF_8));
            benchmark.cancel();
            benchmark.cancelByOkHttp();
            assertThat(benchmark.get().done()).isTrue();
        } finally {
            benchmark.end();
        }
    }

    @Test
    void aTickReadsWhatIsDue() {
        var benchmark = new TickBenchmark();
        benchmark.watched = 1000;
        benchmark.begin();
        try {
            assertThat(benchmark.second().watched()).isEqualTo(1000);
        } finally {
            benchmark.end();
        }
    }

    @Test
    void theServerCountsAndRefusesWhatIsTooMuch() {
        try (ServerProcess server = ServerProcess.start()) {
            server.untilCancelled(1);
            server.limit(1, 0);
            RawClient raw = new RawClient(server.url());
            raw.get(BenchmarkOperations.of(0).value());
            raw.cancel(BenchmarkOperations.of(0).value());
            assertThat(server.counts()).isEqualTo(new RequestCounts(1, 0, 1, 1));
        }
    }
}
