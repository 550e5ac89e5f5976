// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import dev.longrun.call.CallInProgress.Step;
import dev.longrun.error.NoAnswerException;
import dev.longrun.error.NotSentException;
import dev.longrun.error.UnreadableAnswerException;
import dev.longrun.http.HttpResponse;
import dev.longrun.json.JsonException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/**
 * Makes calls: the two loops, one that blocks and one that does not, around attempts that share everything else.
 *
 * <p>Thread-safe. An interrupt ends a blocking call at the next pause or when its attempt ends, at the latest at the
 * attempt's timeout. Cancelling a future stops waiting and further attempts; neither asks the server for anything.
 */
public final class Caller implements AutoCloseable {
    private final CallSettings settings;
    private final RateLimiter limiter;
    private final CallThreads threads;

    public Caller(CallSettings settings) {
        this.settings = settings;
        this.limiter = new RateLimiter(settings.time());
        this.threads = new CallThreads(settings.concurrency());
    }

    /**
     * Calls on this thread and reads the 2xx answer.
     *
     * @throws dev.longrun.error.LongrunException of the kind that tells how far the request got
     */
    public <T> T call(CallRequest request, CallOptions options, Function<HttpResponse, T> reader) {
        var call = new CallInProgress(settings, limiter.rate(request), request, options);
        while (true) {
            sleep(request, earlier(limiter.reserve(request), call.remaining()));
            Step step = call.attempt();
            if (step instanceof Step.Answer answer) {
                return read(request, answer.response(), reader);
            } else if (step instanceof Step.Failure failure) {
                throw failure.exception();
            }
            sleep(request, ((Step.Pause) step).duration());
        }
    }

    /** As {@link #call}, on one of this caller's threads; no thread is held while it waits to try again. */
    public <T> CompletableFuture<T> callAsync(
            CallRequest request, CallOptions options, Function<HttpResponse, T> reader) {
        var result = new CompletableFuture<T>();
        try {
            attempt(new CallInProgress(settings, limiter.rate(request), request, options), request, reader, result);
        } catch (RuntimeException refused) {
            result.completeExceptionally(refused);
        }
        return result;
    }

    private <T> void attempt(
            CallInProgress call, CallRequest request, Function<HttpResponse, T> reader, CompletableFuture<T> result) {
        limiter.enter(request, call.remaining(), () -> {
            try {
                threads.execute(CallClass.of(request.rpc()), () -> step(call, request, reader, result));
            } catch (RejectedExecutionException closed) {
                result.completeExceptionally(
                        new NotSentException(request.describe() + ": the client is closed", closed));
            }
        });
    }

    private <T> void step(
            CallInProgress call, CallRequest request, Function<HttpResponse, T> reader, CompletableFuture<T> result) {
        if (result.isDone()) {
            return;
        }
        try {
            Step step = call.attempt();
            if (step instanceof Step.Answer answer) {
                result.complete(read(request, answer.response(), reader));
            } else if (step instanceof Step.Failure failure) {
                result.completeExceptionally(failure.exception());
            } else {
                Duration pause = ((Step.Pause) step).duration();
                settings.time().schedule(pause, () -> attempt(call, request, reader, result));
            }
        } catch (RuntimeException | Error unexpected) {
            result.completeExceptionally(unexpected);
        }
    }

    private static <T> T read(CallRequest request, HttpResponse response, Function<HttpResponse, T> reader) {
        try {
            return reader.apply(response);
        } catch (JsonException unreadable) {
            throw new UnreadableAnswerException(
                    request.describe() + ": " + request.origin() + " answered HTTP " + response.status()
                            + " with a body that is not the expected JSON: " + unreadable.getMessage(),
                    unreadable);
        }
    }

    private static Duration earlier(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void sleep(CallRequest request, Duration pause) {
        if (pause.isZero()) {
            return;
        }
        try {
            settings.time().sleep(pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NoAnswerException(
                    request.describe() + ": interrupted while waiting to try again; the service was not told",
                    interrupted);
        }
    }

    /** Takes no more asynchronous calls. Those under way end by themselves; those between two attempts end with an exception. */
    @Override
    public void close() {
        threads.close();
    }
}
