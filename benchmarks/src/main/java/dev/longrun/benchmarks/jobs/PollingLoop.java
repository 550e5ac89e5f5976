// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.jobs;

import dev.longrun.benchmarks.clients.BlockingClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * What a program does with a client of single calls: on 64 threads, a get of each operation until it is done, with
 * pauses that grow by half. No thread is held during a pause.
 */
final class PollingLoop implements AutoCloseable {
    private static final double GROWTH = 1.5;

    private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(64);
    private final BlockingClient client;
    private final List<String> names;
    private final Duration first;
    private final Duration longest;

    /** @param first pause, after a cancel or a get */
    PollingLoop(BlockingClient client, List<String> names, Duration first, Duration longest) {
        this.client = client;
        this.names = names;
        this.first = first;
        this.longest = longest;
    }

    /** Cancels each operation and reads it after the first pause; returns when all are done. */
    void cancel() {
        var left = new CountDownLatch(names.size());
        for (int i = 0; i < names.size(); i++) {
            int number = i;
            pool.execute(() -> {
                client.cancel(names.get(number));
                readLater(number, first.toNanos(), done -> left.countDown());
            });
        }
        await(left);
    }

    /** Reads each operation at once; returns when all are done, each of which {@code detected} has been told of. */
    void watch(IntConsumer detected) {
        var left = new CountDownLatch(names.size());
        for (int i = 0; i < names.size(); i++) {
            int number = i;
            pool.execute(() -> read(number, first.toNanos(), done -> {
                detected.accept(done);
                left.countDown();
            }));
        }
        await(left);
    }

    private void read(int number, long pause, IntConsumer detected) {
        if (client.isDone(names.get(number))) {
            detected.accept(number);
        } else {
            readLater(number, pause, detected);
        }
    }

    private void readLater(int number, long pause, IntConsumer detected) {
        long next = Math.min(longest.toNanos(), (long) (GROWTH * pause));
        pool.schedule(() -> read(number, next, detected), pause, TimeUnit.NANOSECONDS);
    }

    private static void await(CountDownLatch left) {
        try {
            if (!left.await(10, TimeUnit.MINUTES)) {
                throw new IllegalStateException(left.getCount() + " operations were not read to their end");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns when its threads have ended, so that they are not counted as those of the next client. */
    @Override
    public void close() {
        pool.shutdownNow();
        try {
            if (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("a thread of the loop still runs");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
