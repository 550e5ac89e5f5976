// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks one at a time and in order, on the threads of another executor; what a task writes, the next one sees. A
 * task that throws is logged and stops no other.
 */
final class SerialExecutor implements Executor {
    private static final Logger LOG = LoggerFactory.getLogger(OperationWatcher.class);

    private final Executor threads;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pending = new AtomicInteger();

    SerialExecutor(Executor threads) {
        this.threads = threads;
    }

    /** Runs tasks on the executor, or on the calling thread if the executor accepts no more. */
    static Executor orHere(Executor threads) {
        return task -> {
            try {
                threads.execute(task);
            } catch (Throwable rejected) { // an Error too, such as no thread being left
                task.run();
            }
        };
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        if (pending.getAndIncrement() == 0) {
            threads.execute(this::drain);
        }
    }

    private void drain() {
        do {
            Runnable task = tasks.remove();
            try {
                task.run();
            } catch (Throwable thrown) { // checked ones too: other languages do not declare them
                LOG.warn("a task of the watcher failed", thrown);
            }
        } while (pending.decrementAndGet() > 0);
    }
}
