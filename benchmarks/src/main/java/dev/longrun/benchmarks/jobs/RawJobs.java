// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.jobs;

import dev.longrun.benchmarks.RawClient;
import dev.longrun.benchmarks.server.RequestCounts;
import dev.longrun.service.OperationName;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Cancels many operations with OkHttp on 64 threads, the number of threads of our client. */
final class RawJobs implements AutoCloseable {
    private final ExecutorService pool = Executors.newFixedThreadPool(64);
    private final RawClient raw;
    private final List<String> names;
    private final String parent;

    RawJobs(RawClient raw, List<OperationName> names) {
        this.raw = raw;
        this.names = names.stream().map(OperationName::value).toList();
        this.parent = this.names.get(0).substring(0, this.names.get(0).indexOf("/operations/"));
    }

    /** Sends the given numbers of cancels, gets and pages, with a pause before the first read. */
    void send(RequestCounts requests, Duration pause) {
        each(requests.cancels(), number -> raw.cancel(name(number)));
        LockSupport.parkNanos(pause.toNanos());
        each(requests.gets(), number -> raw.get(name(number)));
        int pages = (names.size() + 499) / 500;
        each(requests.lists(), number -> raw.list(parent, 500 * (number % pages)));
    }

    void cancelAndGetEach() {
        each(names.size(), number -> {
            raw.cancel(name(number));
            raw.get(name(number));
        });
    }

    private String name(int number) {
        return names.get(number % names.size());
    }

    private void each(long count, IntConsumer call) {
        CompletableFuture.allOf(IntStream.range(0, (int) count)
                        .mapToObj(number -> CompletableFuture.runAsync(() -> call.accept(number), pool))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
