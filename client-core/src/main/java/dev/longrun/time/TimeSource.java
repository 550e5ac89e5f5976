// SPDX-License-Identifier: Apache-2.0
package dev.longrun.time;

import java.time.Duration;
import java.time.Instant;

/**
 * A clock, a way to sleep and a timer, in one, so that a test moves all three together.
 *
 * <p>Every method may be called from any thread. No duration is too long: what exceeds 292 years is taken as that.
 */
public interface TimeSource {

    /** The wall clock, for what people read and for comparing with the server's timestamps; it may jump. */
    Instant now();

    /** Nanoseconds that only ever grow, from an arbitrary start: only differences mean anything. */
    long nanoTime();

    /**
     * Blocks the calling thread. Returns at once when the duration is zero or negative.
     *
     * @throws InterruptedException when the thread is or gets interrupted, even if there was nothing to sleep, so that
     *     a loop of zero delays can be stopped
     */
    void sleep(Duration duration) throws InterruptedException;

    /**
     * Runs the task once, after the delay, on a thread that all tasks share: it must be short and must not block. A
     * task that throws is reported to its thread's uncaught-exception handler and harms no other.
     */
    Scheduled schedule(Duration delay, Runnable task);

    /**
     * The time of this machine. Its tasks share one daemon thread, {@code longrun-timer}, which starts on first use.
     */
    static TimeSource system() {
        return SystemTimeSource.INSTANCE;
    }

    /** A task that waits for its moment. */
    interface Scheduled {

        /** Forgets the task if it has not begun; otherwise does nothing. A running task is never interrupted. */
        void cancel();
    }
}
