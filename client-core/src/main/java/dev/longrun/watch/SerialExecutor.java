// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks one at a time and in order, on the threads of another executor; what a task writes, the next one sees. A
 * task that throws is logged and stops no other.
 */
final class SerialExecutor implements Executor {
    private final Executor threads;
    private final AtomicReference<@Nullable Task> newest = new AtomicReference<>();

    SerialExecutor(Executor threads) {
        this.threads = threads;
    }

    /** A task, and the one that follows it. */
    private static final class Task {
        final Runnable work;
        volatile @Nullable Task next;

        Task(Runnable work) {
            this.work = work;
        }
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
    public void execute(Runnable work) {
        Task task = new Task(work);
        Task before = newest.getAndSet(task);
        if (before == null) {
            threads.execute(() -> runFrom(task));
        } else {
            before.next = task;
        }
    }

    /**
     * Runs a short task on this thread, which saves waking another one; if a task is running already, that is left to
     * the other executor, as are the tasks that have come until this one ends.
     */
    void executeHere(Runnable work) {
        Task task = new Task(work);
        Task before = newest.getAndSet(task);
        if (before != null) {
            before.next = task;
            return;
        }
        run(task);
        Task next = after(task);
        if (next != null) {
            threads.execute(() -> runFrom(next));
        }
    }

    private void runFrom(Task first) {
        for (Task task = first; task != null; task = after(task)) {
            run(task);
        }
    }

    private static void run(Task task) {
        try {
            task.work.run();
        } catch (Throwable thrown) { // checked ones too: other languages do not declare them
            LoggerFactory.getLogger(SerialExecutor.class).warn("a task of the watcher failed", thrown);
        }
    }

    /** The task that follows, or null if there is none: then the next one starts a new run. */
    private @Nullable Task after(Task task) {
        if (newest.compareAndSet(task, null)) {
            return null;
        }
        Task next = task.next;
        while (next == null) { // another thread is between its two steps of execute
            Thread.onSpinWait();
            next = task.next;
        }
        return next;
    }
}
