// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import dev.longrun.call.CallOptions;
import dev.longrun.call.ClientTracer;
import dev.longrun.call.ContextCarrier;
import dev.longrun.call.RateLimiterStats;
import dev.longrun.error.ConfigurationException;
import dev.longrun.http.HttpRequest;
import dev.longrun.http.HttpResponse;
import dev.longrun.http.Transport;
import dev.longrun.rpc.RetryDecision.Reason;
import dev.longrun.time.TimeSource;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls. The loop of blocking calls is here, that of asynchronous ones in {@link AsyncRetryLoop}; permits,
 * attempts and pauses are the same.
 *
 * <p>Thread-safe. An interrupt ends a blocking call at the next pause or when its attempt ends, at the latest at the
 * attempt's timeout. A future that is cancelled or timed out aborts its request and stops further attempts. Neither
 * asks the server for anything.
 */
public final class RpcClient implements AutoCloseable {
    private static final CompletableFuture<Boolean> GRANTED = CompletableFuture.completedFuture(true);

    private final RpcClientConfig settings;
    private final RateLimiterRegistry limiter;
    private final CallTimers timers;

    public RpcClient(RpcClientConfig settings) {
        this.settings = settings;
        this.limiter =
                new RateLimiterRegistry(settings.time(), settings.threads().callbacks(), settings.rateLimit());
        this.timers = new CallTimers(settings.time(), settings.threads().callbacks());
    }

    /**
     * Calls on this thread and reads the 2xx response.
     *
     * @throws dev.longrun.error.LongrunException of the class that tells how far the request got
     */
    public <T extends @Nullable Object> T call(
            CallRequest request, CallOptions options, Function<HttpResponse, T> reader) {
        RetryingCall call = newCall(request, options);
        try {
            T value = call.read(response(call), reader);
            call.ended(null);
            return value;
        } catch (RuntimeException | Error failed) {
            call.ended(failed);
            throw failed;
        }
    }

    private HttpResponse response(RetryingCall call) {
        while (true) {
            if (!await(call, permit(call)) || timers.closed()) {
                throw call.fail(reasonWithoutPermit());
            }
            Duration pause = attempt(call);
            if (call.response() != null) {
                return call.response();
            }
            if (call.failure() != null) {
                throw call.failure();
            }
            if (pause != null) {
                await(call, timers.pause(pause));
            }
        }
    }

    private @Nullable Duration attempt(RetryingCall call) {
        try {
            HttpRequest request = call.nextRequest();
            return request == null ? null : call.attemptEnded(send(call, request));
        } catch (IOException failed) {
            return call.attemptFailed(failed);
        } catch (ConfigurationException notSent) {
            throw closedOr(call, notSent);
        }
    }

    private HttpResponse send(RetryingCall call, HttpRequest request) throws IOException {
        ClientTracer.@Nullable Scope current = call.makeCurrent();
        try {
            return settings.transport().send(request);
        } catch (ConfigurationException notSent) {
            throw notSent;
        } catch (IllegalArgumentException refused) {
            throw call.unsendable(refused);
        } catch (Throwable failed) { // errors, and checked ones of other languages, too
            throw ErrorMapper.foreignFailure(failed);
        } finally {
            if (current != null) {
                current.close();
            }
        }
    }

    /** As {@link #call}, on a thread of the client; none is held while the call waits for a permit or a retry. */
    public <T extends @Nullable Object> CompletableFuture<T> callAsync(
            CallRequest request, CallOptions options, Function<HttpResponse, T> reader) {
        try {
            return new AsyncRetryLoop<>(this, newCall(request, options), reader).start();
        } catch (RuntimeException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    private RetryingCall newCall(CallRequest request, CallOptions options) {
        return new RetryingCall(settings, limiter.rate(request), request, options);
    }

    /** Completes with false if the call's time is over, or the client is closed, before it gets a permit. */
    CompletableFuture<Boolean> permit(RetryingCall call) {
        if (call.lastAttempt()) {
            return GRANTED;
        }
        CompletableFuture<Boolean> permit = limiter.acquire(call.request(), call.remaining());
        if (!permit.isDone()) {
            timers.endOnClose(permit);
        }
        return permit;
    }

    CompletableFuture<Boolean> pause(Duration duration) {
        return timers.pause(duration);
    }

    /**
     * Completes {@code thread} on a thread that may block, or with false if the call's time is over before one is free.
     * A timer is set only while the call is queued; a running attempt has its own timeout.
     *
     * @throws java.util.concurrent.RejectedExecutionException once closed, or by the application's executor
     */
    void thread(RetryingCall call, CompletableFuture<Boolean> thread) {
        PriorityExecutor.Task task = settings.threads().submit(call.priority(), () -> thread.complete(true));
        if (task.queued()) {
            timers.endAfter(call.remaining(), false, thread);
            thread.whenComplete((started, cancelled) -> settings.threads().remove(task));
        }
    }

    Reason reasonWithoutPermit() {
        return timers.closed() ? Reason.CLOSED : Reason.NO_PERMIT;
    }

    /** What a closed transport says is true of this attempt, but not of those before it. */
    RuntimeException closedOr(RetryingCall call, RuntimeException notSent) {
        return timers.closed() ? call.fail(Reason.CLOSED) : notSent;
    }

    boolean closed() {
        return timers.closed();
    }

    Transport transport() {
        return settings.transport();
    }

    ClientThreads threads() {
        return settings.threads();
    }

    /** Carries the context of callers. */
    public ContextCarrier carrier() {
        return settings.carrier();
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

    /** The clock and timer. */
    public TimeSource time() {
        return settings.time();
    }

    /** Runs callbacks. */
    public Executor callbacks() {
        return settings.threads().callbacks();
    }

    /** What the rate limiters do now. */
    public List<RateLimiterStats> rateLimiters() {
        return limiter.stats();
    }

    public Listeners listeners() {
        return settings.listeners();
    }

    /**
     * Takes no more calls, aborts requests in flight and closes the transport. Calls that wait end now, each with the
     * failure of its last attempt.
     */
    @Override
    public void close() {
        timers.close();
        settings.transport().close();
        settings.threads().close();
    }
}
