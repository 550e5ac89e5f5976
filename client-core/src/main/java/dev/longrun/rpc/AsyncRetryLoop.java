// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import dev.longrun.call.ClientTracer;
import dev.longrun.error.ConfigurationException;
import dev.longrun.http.HttpRequest;
import dev.longrun.http.HttpResponse;
import dev.longrun.rpc.RetryDecision.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The loop of an asynchronous call: permit, thread, attempt, pause, and again. Only the token fetch and the transport
 * may block, on a thread for attempts.
 *
 * <p>When the result is completed from outside (cancelled, timed out), the wait or the request in progress is
 * cancelled, which leaves queues and closes sockets.
 */
final class AsyncRetryLoop<T extends @Nullable Object> implements Executor {
    private final RpcClient client;
    private final RetryingCall call;
    private final Function<HttpResponse, T> reader;
    private final CarriedContext context;
    private final CompletableFuture<T> result = new CompletableFuture<>();

    /** The wait or request in progress, to be cancelled with the result. */
    private volatile @Nullable CompletableFuture<?> pending;

    /** The thread that may block in this call, and the transport's tasks for it. Guarded by this. */
    private @Nullable Thread blocking;

    private boolean interrupted;
    private final Queue<Runnable> tasks = new ArrayDeque<>(1);

    AsyncRetryLoop(RpcClient client, RetryingCall call, Function<HttpResponse, T> reader) {
        this.client = client;
        this.call = call;
        this.reader = reader;
        this.context = CarriedContext.capture(client.carrier());
    }

    CompletableFuture<T> start() {
        result.whenComplete((value, failure) -> abort(failure));
        acquirePermit();
        return result;
    }

    private void abort(@Nullable Throwable failure) {
        CompletableFuture<?> wait = pending;
        if (wait != null) {
            wait.cancel(true);
        }
        synchronized (this) {
            if (blocking != null && !Thread.currentThread().equals(blocking)) {
                blocking.interrupt();
                interrupted = true;
            }
        }
        call.ended(failure);
    }

    private void acquirePermit() {
        after(client.permit(call), granted -> {
            if (granted && !client.closed()) {
                acquireThread();
            } else {
                fail(client.reasonWithoutPermit());
            }
        });
    }

    private void acquireThread() {
        CompletableFuture<Boolean> thread = new CompletableFuture<>();
        after(thread, inTime -> {
            if (inTime) {
                attempt();
            } else {
                fail(Reason.DEADLINE);
            }
        });
        try {
            client.thread(call, thread);
        } catch (RejectedExecutionException rejected) {
            fail(client.closed() ? Reason.CLOSED : Reason.REJECTED);
        }
    }

    private void attempt() {
        CompletableFuture<HttpResponse> sent = send();
        if (sent == null) {
            proceed(null);
        } else if (sent.isDone()) {
            take(sent);
        } else {
            sent.whenComplete((response, failure) -> onCallback(() -> take(sent)));
        }
    }

    /** Sends the next request, and runs what the transport has to do for it here; null if there is none. */
    private @Nullable CompletableFuture<HttpResponse> send() {
        synchronized (this) {
            blocking = Thread.currentThread();
        }
        try {
            HttpRequest request = result.isDone() ? null : call.nextRequest();
            if (request == null) {
                return null;
            }
            return send(request);
        } catch (Throwable failed) { // errors, and checked ones of other languages, too
            return CompletableFuture.failedFuture(failed);
        } finally {
            stopBlocking();
        }
    }

    private CompletableFuture<HttpResponse> send(HttpRequest request) {
        ClientTracer.@Nullable Scope current = call.makeCurrent();
        try {
            CompletableFuture<HttpResponse> sent = client.transport().sendAsync(request, this);
            pending = sent;
            if (result.isDone()) {
                sent.cancel(true);
            }
            runTasks();
            return sent;
        } finally {
            if (current != null) {
                current.close();
            }
        }
    }

    private void stopBlocking() {
        synchronized (this) {
            blocking = null;
            if (interrupted) {
                Thread.interrupted(); // it was meant for this attempt only
            }
        }
    }

    /** Runs the transport's tasks on the thread of the attempt, or on another one once the attempt has left it. */
    @Override
    public void execute(Runnable task) {
        synchronized (this) {
            if (Thread.currentThread().equals(blocking)) {
                tasks.add(task);
                return;
            }
        }
        client.threads().submit(call.priority(), context.wrap(task));
    }

    private void runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    private void take(CompletableFuture<HttpResponse> sent) {
        if (result.isDone()) {
            sent.thenAccept(call::learnRate);
            return;
        }
        try {
            proceed(call.attemptEnded(sent.get()));
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            if (cause instanceof ConfigurationException notSent) {
                complete(client.closedOr(call, notSent));
            } else if (cause instanceof IllegalArgumentException refused) {
                complete(call.unsendable(refused));
            } else {
                proceed(call.attemptFailed(ErrorMapper.foreignFailure(cause)));
            }
        } catch (CancellationException aborted) {
            proceed(call.attemptFailed(new IOException("the transport cancelled the request", aborted)));
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void proceed(@Nullable Duration pause) {
        if (call.response() != null) {
            T value = call.read(call.response(), reader);
            call.ended(null);
            result.complete(value);
        } else if (call.failure() != null) {
            complete(call.failure());
        } else if (pause != null) {
            after(client.pause(pause), over -> acquirePermit());
        }
    }

    private void complete(Throwable failure) {
        call.ended(failure);
        result.completeExceptionally(failure);
    }

    private void fail(Reason reason) {
        onCallback(() -> complete(call.fail(reason)));
    }

    private void after(CompletableFuture<Boolean> wait, Consumer<Boolean> then) {
        pending = wait;
        if (result.isDone()) {
            wait.cancel(false);
        }
        wait.thenAccept(ended -> inContext(() -> then.accept(ended)));
    }

    private void onCallback(Runnable part) {
        client.threads().callbacks().execute(() -> inContext(part));
    }

    /** An exception completes the result, as the thread that runs the part would swallow it. */
    private void inContext(Runnable part) {
        context.run(() -> {
            try {
                part.run();
            } catch (Throwable unexpected) { // checked ones of other languages too
                complete(unexpected);
            }
        });
    }
}
