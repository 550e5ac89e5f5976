// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import dev.longrun.rpc.CallRequest.Priority;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * The threads of one client: at most 64 for attempts of asynchronous calls ({@code longrun-call-N}), fewer where few
 * files may be open, and at most 4 for everything that a timer or a queue triggers ({@code longrun-callback-N}).
 *
 * <p>Threads are daemons, start on demand and end when idle. If the application gives an executor, both kinds of tasks
 * run there instead; callbacks that it rejects run on threads of the client, so that no future stays incomplete.
 */
public final class ClientThreads implements AutoCloseable {
    private static final int CALLS = 64;
    private static final int CALLBACKS = 4;

    private final PriorityExecutor calls;
    private final PriorityExecutor ownCallbacks;
    private final Executor callbacks;
    private volatile boolean closed;

    private ClientThreads(PriorityExecutor calls, Executor application) {
        this.calls = calls;
        this.ownCallbacks = callbackThreads();
        this.callbacks = task -> {
            try {
                application.execute(task);
            } catch (RuntimeException | Error rejected) {
                LoggerFactory.getLogger(ClientThreads.class)
                        .warn(
                                "the executor rejected a callback, which runs on a thread of the client instead",
                                rejected);
                runOwn(task);
            }
        };
    }

    private ClientThreads(PriorityExecutor calls, PriorityExecutor callbacks) {
        this.calls = calls;
        this.ownCallbacks = callbacks;
        this.callbacks = this::runOwn;
    }

    private static PriorityExecutor callbackThreads() {
        return PriorityExecutor.ofThreads("longrun-callback", CALLBACKS);
    }

    /** Threads of the client's own. */
    public static ClientThreads create() {
        return ofSize(OpenFileLimit.connections(CALLS));
    }

    static ClientThreads ofSize(int calls) {
        return of(PriorityExecutor.ofThreads("longrun-call", calls), callbackThreads());
    }

    static ClientThreads of(PriorityExecutor calls, PriorityExecutor callbacks) {
        return new ClientThreads(calls, callbacks);
    }

    /** One daemon thread for tasks that may block. It starts with the first task and ends with a shutdown. */
    public static ExecutorService single(String name) {
        return new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread daemon = new Thread(task, name);
            daemon.setDaemon(true);
            return daemon;
        });
    }

    /** The application's executor, which must not run a task on the thread that submits it. It is never shut down. */
    public static ClientThreads on(Executor application) {
        return new ClientThreads(PriorityExecutor.on(application, CALLS), application);
    }

    /** Runs short tasks that do not block. Accepts tasks after {@link #close} too, as they complete pending futures. */
    public Executor callbacks() {
        return callbacks;
    }

    /** @throws RejectedExecutionException once closed, or if the application's executor rejects the task */
    PriorityExecutor.Task submit(Priority priority, Runnable attempt) {
        if (closed) {
            throw new RejectedExecutionException("the client is closed");
        }
        return calls.submit(priority, attempt);
    }

    void remove(PriorityExecutor.Task task) {
        calls.remove(task);
    }

    /** A callback must not be lost: where the system has no thread left, the thread that brings it runs it. */
    private void runOwn(Runnable task) {
        try {
            ownCallbacks.submit(Priority.CHANGE, task);
        } catch (RejectedExecutionException noThread) {
            task.run();
        }
    }

    boolean closed() {
        return closed;
    }

    /** Accepts no more attempts; idle threads end now, the others when their task ends. */
    @Override
    public void close() {
        closed = true;
        calls.close();
        ownCallbacks.close();
    }
}
