// SPDX-License-Identifier: Apache-2.0
package dev.longrun.time;

import java.time.Duration;
import java.time.Instant;

/**
 * A clock, sleep and a timer in one type, so that a test moves all three together.
 *
 * <p>Thread-safe. Durations above 292 years count as 292 years.
 */
public interface TimeSource {

    /** The wall clock, for output and for comparison with timestamps of servers; it may jump. */
    Instant now();

    /** Monotonic nanoseconds from an arbitrary start; only differences have a meaning. */
    long nanoTime();

    /**
     * Blocks the calling thread; not at all if the duration is zero or negative.
     *
     * @throws InterruptedException if the thread is or gets interrupted, even for a zero duration, so that a loop of
     *     zero delays can be stopped
     */
    void sleep(Duration duration) throws InterruptedException;

    /**
     * Runs the task once after the delay, on a thread that all tasks share, so it must be short and must not block. An
     * exception of a task goes to the uncaught-exception handler of that thread and does not affect other tasks. Where
     * the system has no thread for tasks, this throws an {@link OutOfMemoryError}, and the task does not run.
     */
    Scheduled schedule(Duration delay, Runnable task);

    /**
     * The time of this machine. Tasks of all clients share one daemon thread, {@code longrun-timer}, which starts with
     * this call and ends ten seconds after the last task.
     */
    static TimeSource system() {
        return SystemTimeSource.INSTANCE.started();
    }

    /** A scheduled task. */
    interface Scheduled {

        /** Removes the task if it has not begun. A running task is not interrupted. */
        void cancel();
    }
}
