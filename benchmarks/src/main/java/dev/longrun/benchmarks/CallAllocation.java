// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks;

import com.sun.management.ThreadMXBean;
import dev.longrun.OperationsClient;
import dev.longrun.benchmarks.clients.BenchmarkClients;
import dev.longrun.benchmarks.clients.RawClient;
import dev.longrun.benchmarks.server.ServerProcess;
import dev.longrun.service.OperationName;
import dev.longrun.service.ServiceDefinition;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * Prints how many bytes one blocking call allocates, ours and that of OkHttp: {@code get 16064 14532}. Ours includes
 * parsing the operation's name. With {@code -XX:TieredStopAtLevel=1} the figures are the same in each run, as that
 * compiler leaves no object out; the other one leaves out many of both, depending on what it has seen.
 */
public final class CallAllocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 500;
    private static final int ROUNDS = 10;
    private static final int CALLS = 100;

    private CallAllocation() {}

    public static void main(String[] arguments) {
        OperationName name = BenchmarkOperations.of(0);
        ServiceDefinition service = name.service();
        String text = name.fullName();
        try (ServerProcess server = ServerProcess.start();
                OperationsClient client = BenchmarkClients.at(server.url())) {
            server.untilCancelled(1);
            RawClient raw = new RawClient(server.url());
            print(
                    "get",
                    bytes(() -> client.operations().get(OperationName.of(service, text))),
                    bytes(() -> raw.get(name.value())));
            print(
                    "cancel",
                    bytes(() -> client.operations().cancel(OperationName.of(service, text))),
                    bytes(() -> raw.cancel(name.value())));
        }
    }

    private static void print(String call, long ours, long theirs) {
        System.out.printf(Locale.ROOT, "%s %d %d%n", call, ours, theirs);
    }

    /** The least of several rounds: now and then a class is loaded, or a table grows. */
    private static long bytes(Runnable call) {
        repeat(WARM_UP, call);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            repeat(CALLS, call);
            least = Math.min(least, (THREADS.getCurrentThreadAllocatedBytes() - before) / CALLS);
        }
        return least;
    }

    private static void repeat(int times, Runnable call) {
        for (int i = 0; i < times; i++) {
            call.run();
        }
    }
}
