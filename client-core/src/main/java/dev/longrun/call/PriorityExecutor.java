// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The threads of asynchronous calls: a fixed number at most, none while idle, daemons so that no JVM stays for them.
 * Calls that find no free thread wait; the most urgent kind goes first, and within a kind the oldest.
 */
final class PriorityExecutor implements ThreadFactory {
    private static final int IDLE_SECONDS = 10;

    private final AtomicInteger threads = new AtomicInteger();
    private final int size;
    private final ThreadPoolExecutor pool;
    private final Queue<PrioritizedTask> waiting = new PriorityQueue<>();
    private int busy;
    private long calls;

    PriorityExecutor(int size) {
        this.size = size;
        pool = new ThreadPoolExecutor(size, size, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this);
        pool.allowCoreThreadTimeOut(true);
    }

    /**
     * Runs the task, which must not throw.
     *
     * @return whether a thread is free for it; otherwise it waits until one is, however long
     * @throws RejectedExecutionException once closed
     */
    synchronized boolean execute(RequestPriority kind, Runnable task) {
        if (busy < size) {
            pool.execute(() -> work(task));
            busy++;
            return true;
        }
        if (pool.isShutdown()) {
            throw new RejectedExecutionException("closed");
        }
        waiting.add(new PrioritizedTask(kind, calls++, task));
        return false;
    }

    private void work(Runnable first) {
        for (Runnable task = first; task != null; task = next()) {
            task.run();
        }
    }

    private synchronized @Nullable Runnable next() {
        PrioritizedTask next = waiting.poll();
        if (next == null) {
            busy--;
            return null;
        }
        return next.task();
    }

    /** Takes no more tasks; those that wait still run. */
    synchronized void close() {
        pool.shutdown();
    }

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(task, "longrun-call-" + threads.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    private record PrioritizedTask(RequestPriority kind, long number, Runnable task)
            implements Comparable<PrioritizedTask> {
        @Override
        public int compareTo(PrioritizedTask other) {
            int byKind = kind.compareTo(other.kind);
            return byKind != 0 ? byKind : Long.compare(number, other.number);
        }
    }
}
