// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import dev.longrun.time.TimeSource;
import java.time.Duration;
import java.time.Instant;

/**
 * Another clock without its timers of a minute or more. A virtual clock does not know that the disk is at work: it
 * would jump to a deadline while a line is forced to the disk.
 */
final class NearTimers implements TimeSource {
    private static final Duration FAR = Duration.ofMinutes(1);

    private final TimeSource time;

    NearTimers(TimeSource time) {
        this.time = time;
    }

    @Override
    public Instant now() {
        return time.now();
    }

    @Override
    public long nanoTime() {
        return time.nanoTime();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        time.sleep(duration);
    }

    @Override
    public Scheduled schedule(Duration delay, Runnable task) {
        return delay.compareTo(FAR) < 0 ? time.schedule(delay, task) : () -> {};
    }
}
