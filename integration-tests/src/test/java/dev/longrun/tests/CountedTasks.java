// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads for a client, which tell when the client has nothing to do until a timer fires. */
final class CountedTasks implements Executor, AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private int underWay;

    @Override
    public void execute(Runnable task) {
        count(1);
        threads.execute(() -> {
            try {
                task.run();
            } finally {
                count(-1);
            }
        });
    }

    private synchronized void count(int more) {
        underWay += more;
        notifyAll();
    }

    synchronized void awaitNone() throws InterruptedException {
        while (underWay > 0) {
            wait();
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
