// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import dev.longrun.call.RetryDecision.Reason;
import dev.longrun.call.RetryingCall.NextAction;
import dev.longrun.error.NotSentException;
import dev.longrun.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Makes calls: the two loops, one that blocks and one that does not, around turns, attempts and pauses that they share.
 *
 * <p>Thread-safe. An interrupt ends a blocking call at the next pause or when its attempt ends, at the latest at the
 * attempt's timeout. Cancelling a future stops waiting and further attempts; neither asks the server for anything.
 */
public final class RpcClient implements AutoCloseable {
    private final RpcClientConfig settings;
    private final RateLimiterRegistry limiter;
    private final CallTimers pauses;
    private final ClientThreads threads;

    public RpcClient(RpcClientConfig settings) {
        this.settings = settings;
        this.limiter =
                new RateLimiterRegistry(settings.time(), settings.threads().callbacks(), settings.rateLimit());
        this.pauses = new CallTimers(settings.time(), settings.threads().callbacks());
        this.threads = settings.threads();
    }

    /**
     * Calls on this thread and reads the 2xx answer.
     *
     * @throws dev.longrun.error.LongrunException of the kind that tells how far the request got
     */
    public <T> T call(CallRequest request, CallOptions options, Function<HttpResponse, T> reader) {
        var call = new RetryingCall(settings, limiter.rate(request), request, options);
        while (true) {
            NextAction step = next(call, await(call, turn(call)));
            if (step instanceof NextAction.Answer answer) {
                return call.read(answer.response(), reader);
            } else if (step instanceof NextAction.Failure failure) {
                throw failure.exception();
            }
            await(call, pause((NextAction.Pause) step));
        }
    }

    /** As {@link #call}, on one of this caller's threads; no thread is held while it waits to try again. */
    public <T> CompletableFuture<T> callAsync(
            CallRequest request, CallOptions options, Function<HttpResponse, T> reader) {
        try {
            var call = new RetryingCall(settings, limiter.rate(request), request, options);
            return new AsyncRetryLoop<>(this, call, reader).start();
        } catch (RuntimeException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    /** Completes with false where the call's time is over before its turn comes. */
    CompletableFuture<Boolean> turn(RetryingCall call) {
        CompletableFuture<Boolean> turn = limiter.acquire(call.request(), call.remaining());
        if (!turn.isDone()) {
            pauses.endOnClose(turn);
        }
        return turn;
    }

    Executor callbacks() {
        return threads.callbacks();
    }

    CompletableFuture<Boolean> pause(NextAction.Pause step) {
        return pauses.of(step.duration());
    }

    /**
     * Completes {@code thread} on a thread that may block, or with false where the call's time is over before one is
     * free. Only who has to wait for a thread needs a timer: an attempt ends by itself.
     *
     * @throws java.util.concurrent.RejectedExecutionException once closed
     */
    void thread(RetryingCall call, CompletableFuture<Boolean> thread) {
        PriorityExecutor.Task task = threads.submit(call.kind(), () -> thread.complete(true));
        if (task.queued()) {
            pauses.endAfter(call.remaining(), false, thread);
            thread.whenComplete((started, cancelled) -> threads.remove(task));
        }
    }

    /** The next attempt, where there is still one to make. */
    NextAction next(RetryingCall call, boolean turn) {
        if (!turn || pauses.closed()) {
            return new NextAction.Failure(call.giveUp(pauses.closed() ? Reason.CLOSED : Reason.NO_TURN));
        }
        try {
            return call.attempt();
        } catch (NotSentException notSent) {
            if (pauses.closed()) {
                // What the closed transport says is true of this attempt, not of those before it.
                return new NextAction.Failure(call.giveUp(Reason.CLOSED));
            }
            throw notSent;
        }
    }

    private static boolean await(RetryingCall call, CompletableFuture<Boolean> wait) {
        try {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted before it waited");
            }
            return wait.get();
        } catch (InterruptedException interrupted) {
            wait.cancel(false);
            Thread.currentThread().interrupt();
            throw call.interrupted(interrupted);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Takes no more calls. Those that wait end now, each with what its last attempt came to. */
    @Override
    public void close() {
        pauses.close();
        threads.close();
    }
}
