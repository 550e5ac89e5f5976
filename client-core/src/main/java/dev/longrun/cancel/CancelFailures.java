// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import static java.util.Objects.requireNonNull;

import dev.longrun.error.ApiException;
import dev.longrun.error.ConfigurationException;
import dev.longrun.error.DeadlineExceededException;
import dev.longrun.error.LongrunException;
import dev.longrun.error.NoResponseException;
import dev.longrun.error.UnreachableException;
import dev.longrun.service.OperationName;
import dev.longrun.text.Counted;
import java.time.Duration;
import java.util.concurrent.CompletionException;

/** The exceptions with which a cancel or a batch fails. A cancel that ends with an outcome does not need them. */
final class CancelFailures {
    private CancelFailures() {}

    /** What a future failed with, as an exception of ours; one of another type says nothing of the request. */
    static LongrunException of(OperationName name, Throwable thrown) {
        Throwable cause = cause(thrown);
        return cause instanceof LongrunException known
                ? known
                : new NoResponseException(name + ": the cancel ended unexpectedly: " + cause, cause);
    }

    static LongrunException ofLog(OperationName name, Throwable thrown) {
        Throwable cause = cause(thrown);
        return cause instanceof LongrunException known
                ? known
                : new ConfigurationException(name + ": the log failed, so nothing more is sent: " + cause, cause);
    }

    static LongrunException lateLog(OperationName name) {
        return new UnreachableException(name + ": nothing was sent: the log had not taken the intent by the deadline");
    }

    static LongrunException notRead(OperationName name) {
        return new DeadlineExceededException(name + ": the time was over before the operation could be read");
    }

    /** Every request until the deadline was turned away: the failure tells so, and what the operation does. */
    static LongrunException nothingAskedFor(OperationName name, CancelState state, Duration elapsed) {
        LongrunException cause = requireNonNull(requireNonNull(state.response()).cause());
        boolean throttled = cause instanceof ApiException;
        String message = name + ": nothing was asked for: "
                + (throttled ? "throttled until the deadline" : "the service could not be reached until the deadline")
                + ", " + Counted.of(state.requests(), "request") + " in " + elapsed.toSeconds() + " s; the operation "
                + (state.reads().saysRunning() ? "was running when it was last read" : "could not be read at the end")
                + ": " + cause.getMessage();
        return cause instanceof ApiException api
                ? ApiException.builder(message, api.status(), api.httpStatus())
                        .hasApiErrorBody(api.hasApiErrorBody())
                        .requestId(api.requestId())
                        .retryAfter(api.retryAfter())
                        .cause(api)
                        .build()
                : new UnreachableException(message, cause);
    }

    /** The system has no thread for a batch. */
    static RuntimeException noThread(Error cause) {
        return new UnreachableException(
                "the system has no thread left for the batch, so nothing was sent: " + cause, cause);
    }

    static LongrunException interrupted(String message, InterruptedException cause) {
        return new NoResponseException(message, cause);
    }

    /** The exception within the one that stages of a future wrap it in. */
    static Throwable cause(Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }
}
