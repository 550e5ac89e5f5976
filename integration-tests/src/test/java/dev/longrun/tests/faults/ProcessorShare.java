// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests.faults;

import java.lang.management.ManagementFactory;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Measures how much longer work takes than its processor time, because others use the processors: a little work again
 * and again, on a thread of its own.
 */
final class ProcessorShare implements AutoCloseable {
    private static final long WORK_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long PAUSE_MILLIS = 15;

    private final ConcurrentNavigableMap<Long, Double> slowdowns = new ConcurrentSkipListMap<>();
    private final CountDownLatch over = new CountDownLatch(1);

    ProcessorShare() {
        Thread thread = new Thread(this::measure, "processor-share");
        thread.setDaemon(true);
        thread.start();
    }

    private void measure() {
        var threads = ManagementFactory.getThreadMXBean();
        try {
            while (!over.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                long begin = System.nanoTime();
                long used = threads.getCurrentThreadCpuTime();
                long work = used;
                while (work - used < WORK_NANOS) {
                    work = threads.getCurrentThreadCpuTime();
                }
                long end = System.nanoTime();
                slowdowns.put(begin, (double) (end - begin) / (work - used));
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * By what factor work was slower, at worst, between two readings of {@code System.nanoTime}; 1 on an idle machine.
     */
    double slowdown(long begin, long end) {
        long around = TimeUnit.MILLISECONDS.toNanos(10 * PAUSE_MILLIS);
        return slowdowns.subMap(begin - around, end + around).values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
    }

    @Override
    public void close() {
        over.countDown();
    }
}
