// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import dev.longrun.error.DeadlineExceededException;
import dev.longrun.time.TimeSource;
import dev.longrun.time.TimeSource.Scheduled;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Ends the calls of another implementation of {@code Operations} that do not end by themselves. Thread-safe. */
final class CallTimeouts {
    /** What a call may take longer than its timeout. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final Duration LONGEST = Duration.ofDays(365);

    private final @Nullable TimeSource time;

    private CallTimeouts(@Nullable TimeSource time) {
        this.time = time;
    }

    /** For calls that end within their timeouts, as those of a client do: a timer for each would be waste. */
    static CallTimeouts none() {
        return new CallTimeouts(null);
    }

    static CallTimeouts by(TimeSource time) {
        return new CallTimeouts(time);
    }

    <T> CompletableFuture<T> bound(CompletableFuture<T> call, Duration timeout) {
        if (time != null && !call.isDone() && timeout.compareTo(LONGEST) < 0) {
            Scheduled timer = time.schedule(timeout.plus(GRACE), () -> call.completeExceptionally(overdue(timeout)));
            call.whenComplete((value, failure) -> timer.cancel());
        }
        return call;
    }

    private static DeadlineExceededException overdue(Duration timeout) {
        return new DeadlineExceededException("a call did not end within its timeout of " + timeout);
    }
}
