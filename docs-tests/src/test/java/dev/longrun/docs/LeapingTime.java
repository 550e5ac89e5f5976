// SPDX-License-Identifier: Apache-2.0
package dev.longrun.docs;

import dev.longrun.time.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** The clock of this machine, which a test sets back and then lets leap to the present. Thread-safe. */
final class LeapingTime implements TimeSource {
    private final TimeSource system = TimeSource.system();
    private volatile Duration behind;

    LeapingTime(Duration behind) {
        this.behind = behind;
    }

    void leapToThePresent() {
        behind = Duration.ZERO;
    }

    @Override
    public Instant now() {
        return system.now().minus(behind);
    }

    @Override
    public long nanoTime() {
        return system.nanoTime();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        system.sleep(duration);
    }

    @Override
    public Scheduled schedule(Duration delay, Runnable task) {
        return system.schedule(delay, task);
    }
}
