// SPDX-License-Identifier: Apache-2.0
package dev.longrun.benchmarks.jobs;

import dev.longrun.benchmarks.RawClient;
import dev.longrun.service.OperationName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Polls each operation with gets on 32 threads, on a schedule that many clients have: at once, after 0.5 s, then with
 * pauses that grow by half up to 10 s.
 */
final class RawWatch {
    private static final double FIRST = 500;
    private static final double LONGEST = 10_000;

    private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(32);
    private final RawClient raw;
    private final List<String> names;
    private final DetectionDelays delays;
    private final CountDownLatch left;

    RawWatch(RawClient raw, List<OperationName> names, DetectionDelays delays) {
        this.raw = raw;
        this.names = names.stream().map(OperationName::value).toList();
        this.delays = delays;
        this.left = new CountDownLatch(names.size());
    }

    void run() {
        for (int i = 0; i < names.size(); i++) {
            int number = i;
            pool.execute(() -> read(number, FIRST));
        }
        try {
            left.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }

    private void read(int number, double pause) {
        String response = new String(raw.get(names.get(number)), StandardCharsets.UTF_8);
        if (response.contains("\"done\": true")) {
            delays.detected(number);
            left.countDown();
        } else {
            pool.schedule(() -> read(number, Math.min(LONGEST, pause * 1.5)), (long) pause, TimeUnit.MILLISECONDS);
        }
    }
}
