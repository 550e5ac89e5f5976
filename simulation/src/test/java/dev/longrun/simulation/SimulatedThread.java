// SPDX-License-Identifier: Apache-2.0
package dev.longrun.simulation;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** One thread of a process: tasks in order, each after a time that is drawn. */
final class SimulatedThread extends AbstractExecutorService {
    private final SimulatedProcess process;
    private final Random random;
    private final long slowest;
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private long frozenFrom = Long.MAX_VALUE;
    private long frozenUntil;
    private boolean runsAtOnce;
    private boolean shutdown;

    /** @param slowest the longest time before a task, in nanoseconds */
    SimulatedThread(SimulatedProcess process, Random random, long slowest) {
        this.process = process;
        this.random = random;
        this.slowest = slowest;
    }

    /** Between these moments, what it does takes as long as they last. */
    void freeze(long from, long until) {
        frozenFrom = from;
        frozenUntil = until;
    }

    boolean isFrozen() {
        return process.sinceStart() >= frozenFrom && process.sinceStart() < frozenUntil;
    }

    @Override
    public void execute(Runnable task) {
        if (shutdown) {
            throw new RejectedExecutionException("the thread has ended");
        } else if (runsAtOnce) {
            task.run();
            return;
        }
        tasks.add(task);
        process.after((long) (random.nextDouble() * slowest), this::runNext);
    }

    private void runNext() {
        if (isFrozen()) {
            if (frozenUntil < Long.MAX_VALUE) {
                process.after(frozenUntil - process.sinceStart(), this::runNext);
            }
            return;
        }
        Runnable next = tasks.poll();
        if (next != null) {
            next.run();
        }
    }

    /** For a caller that blocks until the tasks have run, as the only thread of the simulation cannot. */
    void runAtOnce() {
        runsAtOnce = true;
        for (int i = tasks.size(); i > 0; i--) {
            runNext();
        }
    }

    void runInTurn() {
        runsAtOnce = false;
    }

    @Override
    public void shutdown() {
        shutdown = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown = true;
        List<Runnable> dropped = List.copyOf(tasks);
        tasks.clear();
        return dropped;
    }

    @Override
    public boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        return shutdown && tasks.isEmpty();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return isTerminated();
    }
}
