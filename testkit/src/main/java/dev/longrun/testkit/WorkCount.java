// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.time.TimeSource;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Counts what is under way on one clock: tasks of clients and requests at fake servers. Work that waits for the clock
 * is paused and does not count. Thread-safe.
 *
 * <p>A request mostly occupies a task too, so a paused request pauses one task.
 */
final class WorkCount {
    private int tasks;
    private int pausedTasks;
    private int requests;
    private int pausedRequests;
    private long changed = System.nanoTime();

    /** The count of that clock; of a clock that does not count, one that has no effect. */
    static WorkCount of(TimeSource time) {
        return time instanceof VirtualTime virtual ? virtual.work() : new WorkCount();
    }

    /** Whether a task or a request is under way that does not wait for the clock. */
    synchronized boolean any() {
        return tasks > pausedTasks + pausedRequests || requests > pausedRequests;
    }

    /** When the count last changed, by {@link System#nanoTime}. */
    synchronized long changed() {
        return changed;
    }

    void taskBegan() {
        add(1, 0, 0, 0);
    }

    void taskEnded() {
        add(-1, 0, 0, 0);
    }

    void requestBegan() {
        add(0, 0, 1, 0);
    }

    void requestEnded() {
        add(0, 0, -1, 0);
    }

    /** A task waits for the clock. */
    Pause pauseTask() {
        add(0, 1, 0, 0);
        return new Pause(() -> add(0, -1, 0, 0));
    }

    /** A request waits for the clock at its server. */
    Pause pauseRequest() {
        add(0, 0, 0, 1);
        return new Pause(() -> add(0, 0, 0, -1));
    }

    private synchronized void add(int task, int pausedTask, int request, int pausedRequest) {
        tasks += task;
        pausedTasks += pausedTask;
        requests += request;
        pausedRequests += pausedRequest;
        changed = System.nanoTime();
    }

    /** Work that waits for the clock. It counts again from {@link #end} on, even if its thread does not run yet. */
    static final class Pause {
        private final Runnable resume;
        private final AtomicBoolean ended = new AtomicBoolean();

        private Pause(Runnable resume) {
            this.resume = resume;
        }

        /** Ending a pause twice has no effect. */
        void end() {
            if (!ended.getAndSet(true)) {
                resume.run();
            }
        }
    }
}
