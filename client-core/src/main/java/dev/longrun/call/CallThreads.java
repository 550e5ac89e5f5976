// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The threads of asynchronous calls: a fixed number at most, none while idle, daemons so that no JVM stays for them. Calls
 * that find no free thread wait; the most urgent kind goes first, and within a kind the oldest.
 */
final class CallThreads implements ThreadFactory {
    private static final int IDLE_SECONDS = 10;

    private final AtomicInteger threads = new AtomicInteger();
    private final AtomicLong calls = new AtomicLong();
    private final ThreadPoolExecutor pool;

    CallThreads(int size) {
        pool = new ThreadPoolExecutor(size, size, IDLE_SECONDS, TimeUnit.SECONDS, new PriorityBlockingQueue<>(), this);
        pool.allowCoreThreadTimeOut(true);
    }

    /** @throws RejectedExecutionException once closed */
    void execute(CallClass kind, Runnable task) {
        pool.execute(new Turn(kind, calls.incrementAndGet(), task));
    }

    /** Takes no more tasks; those that wait still run. */
    void close() {
        pool.shutdown();
    }

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(task, "longrun-call-" + threads.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    private record Turn(CallClass kind, long number, Runnable task) implements Runnable, Comparable<Turn> {
        @Override
        public void run() {
            task.run();
        }

        @Override
        public int compareTo(Turn other) {
            int byKind = kind.compareTo(other.kind);
            return byKind != 0 ? byKind : Long.compare(number, other.number);
        }
    }
}
