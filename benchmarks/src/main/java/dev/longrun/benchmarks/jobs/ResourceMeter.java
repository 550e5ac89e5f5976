// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.jobs;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Measures the resources that a job uses. The counters of a thread are lost when it ends, so a sampler thread reads all
 * counters ten times a second; it does not count itself.
 */
final class ResourceMeter {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Map<Long, Long> before = new HashMap<>();
    private final Map<Long, Long> after = new HashMap<>();
    private final Thread sampler = new Thread(this::sampleUntilInterrupted, "meter");

    private ResourceMeter() {}

    static ResourceUsage of(Runnable job) {
        return new ResourceMeter().measure(job);
    }

    private ResourceUsage measure(Runnable job) {
        sampler.setDaemon(true);
        sampler.start();
        sample(before);
        long cpu = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        job.run();
        long nanos = System.nanoTime() - start;
        long used = SYSTEM.getProcessCpuTime() - cpu;
        sampler.interrupt();
        sample(after);
        return new ResourceUsage(nanos, used, allocated());
    }

    private void sampleUntilInterrupted() {
        try {
            while (true) {
                sample(after);
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (InterruptedException over) {
            // The job is done.
        }
    }

    private synchronized void sample(Map<Long, Long> into) {
        long[] ids = THREADS.getAllThreadIds();
        long[] bytes = THREADS.getThreadAllocatedBytes(ids);
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] != sampler.getId() && bytes[i] >= 0) {
                into.merge(ids[i], bytes[i], Math::max);
            }
        }
    }

    private synchronized long allocated() {
        return after.entrySet().stream()
                .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
                .sum();
    }
}
