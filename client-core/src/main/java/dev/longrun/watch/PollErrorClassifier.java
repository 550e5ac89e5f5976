// SPDX-License-Identifier: Apache-2.0
package dev.longrun.watch;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.longrun.error.ApiException;
import dev.longrun.error.DeadlineExceededException;
import dev.longrun.error.LongrunException;
import dev.longrun.error.NoResponseException;
import dev.longrun.error.UnreadableResponseException;
import dev.longrun.service.OperationName;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Tells the errors of reads after which another read may succeed from those after which none will. Pure. */
final class PollErrorClassifier {
    /** A proxy may be to blame for one unreadable response; this many in a row end a watch. */
    static final int UNREADABLE_IN_A_ROW = 3;

    private PollErrorClassifier() {}

    /** @param unreadable how many of the newest reads in a row had unreadable responses, this one included */
    static boolean isPermanent(LongrunException error, int unreadable) {
        return error instanceof UnreadableResponseException ? unreadable >= UNREADABLE_IN_A_ROW : !isTransient(error);
    }

    /** Whether another read may succeed soon. An unreadable response does not count as transient. */
    static boolean isTransient(LongrunException error) {
        if (error instanceof ApiException api) {
            return switch (api.status().code()) {
                case UNAVAILABLE, RESOURCE_EXHAUSTED, INTERNAL, UNKNOWN, DEADLINE_EXCEEDED, ABORTED, CANCELLED -> true;
                default -> false;
            };
        }
        return error.isRetryable();
    }

    /** The server's Retry-After in nanoseconds, 0 without one. */
    static long hint(LongrunException error) {
        return error instanceof ApiException api
                ? api.retryAfter().map(NANOSECONDS::convert).orElse(0L)
                : 0;
    }

    /** For a read that the deadline cut off. */
    static LongrunException cutOff(OperationName name) {
        return new DeadlineExceededException(name + ": the deadline passed before a read ended");
    }

    /** For a caller of a watch that needs the snapshot at its end, and there is none. */
    static LongrunException timedOut(OperationName name, PollHistory history) {
        String message = history.lastIsFresh()
                ? name + " was still running when it was last read, after " + history + "; it can be watched again"
                : name + " could not be read at the end, after " + history + "; its state is not known";
        return new DeadlineExceededException(message, history.lastError().orElse(null));
    }

    /** The failure of a read as an exception of ours; one of another type counts as a lost response. */
    static LongrunException asError(@Nullable Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof LongrunException known
                ? known
                : new NoResponseException("the read ended unexpectedly: " + cause, cause);
    }
}
