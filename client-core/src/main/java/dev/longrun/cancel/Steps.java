// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.error.LongrunException;
import dev.longrun.time.TimeSource;
import dev.longrun.time.TimeSource.Scheduled;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The steps of one cancel, one at a time, so that it can be stopped at whichever it has come to. */
final class Steps {
    private volatile boolean stopped;
    private volatile CompletableFuture<?> current = new CompletableFuture<>();

    /** Fails without taking the step once stopped. */
    <T> CompletableFuture<T> take(Supplier<CompletableFuture<T>> step) {
        if (stopped) {
            return CompletableFuture.failedFuture(new CancellationException("nobody waits for this cancel any more"));
        }
        CompletableFuture<T> taken = begun(step);
        current = taken;
        if (stopped) {
            taken.cancel(false);
        }
        return taken;
    }

    private static <T> CompletableFuture<T> begun(Supplier<CompletableFuture<T>> step) {
        try {
            return step.get();
        } catch (LongrunException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    CompletableFuture<Void> pause(TimeSource time, Duration duration) {
        return take(() -> {
            var over = new CompletableFuture<Void>();
            Scheduled alarm = time.schedule(duration, () -> over.complete(null));
            over.whenComplete((nothing, cancelled) -> alarm.cancel());
            return over;
        });
    }

    void stop() {
        stopped = true;
        current.cancel(false);
    }

    /** Lets everything else pass on as it came. */
    static LongrunException asLongrun(@Nullable Throwable failure) {
        Throwable cause = unwrapped(failure);
        if (cause instanceof LongrunException known) {
            return known;
        }
        throw new CompletionException(cause);
    }

    /** What a stage failed with, without the wrapper that the stages after it see. */
    static @Nullable Throwable unwrapped(@Nullable Throwable failure) {
        return failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
    }
}
