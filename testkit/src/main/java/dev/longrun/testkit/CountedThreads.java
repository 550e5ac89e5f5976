// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Daemon threads whose tasks are counted from their submission to their end. They end when idle for a second. */
final class CountedThreads implements Executor {
    private final WorkCount work;
    private final ThreadPoolExecutor threads;

    CountedThreads(WorkCount work) {
        this.work = work;
        this.threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), CountedThread::new);
    }

    /** Whether this thread is one of any clock's. */
    static boolean isCurrent() {
        return Thread.currentThread() instanceof CountedThread;
    }

    @Override
    public void execute(Runnable task) {
        work.taskBegan();
        threads.execute(() -> {
            try {
                task.run();
            } finally {
                work.taskEnded();
            }
        });
    }

    private static final class CountedThread extends Thread {
        CountedThread(Runnable worker) {
            super(worker, "virtual-time-task");
            setDaemon(true);
        }
    }
}
