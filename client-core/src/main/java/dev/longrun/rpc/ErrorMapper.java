// SPDX-License-Identifier: Apache-2.0
package dev.longrun.rpc;

import dev.longrun.auth.CredentialsException;
import dev.longrun.error.ApiException;
import dev.longrun.error.ConfigurationException;
import dev.longrun.error.DeadlineExceededException;
import dev.longrun.error.LongrunException;
import dev.longrun.error.NoResponseException;
import dev.longrun.error.StatusDetail.ErrorInfo;
import dev.longrun.error.UnreachableException;
import dev.longrun.error.UnreadableResponseException;
import dev.longrun.http.HttpResponse;
import dev.longrun.http.ResponseTooLargeException;
import dev.longrun.json.JsonException;
import dev.longrun.text.BodySnippet;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.StringJoiner;

/**
 * Maps the last attempt of a call to an exception whose message says what was tried, what came back, what to do next.
 */
final class ErrorMapper {
    private ErrorMapper() {}

    /**
     * The attempts of the call.
     *
     * @param attempts their number
     * @param connected whether any of them may have reached the server
     * @param ambiguous whether one before the last may have changed something without a response that says so
     */
    record AttemptHistory(int attempts, boolean connected, boolean ambiguous) {}

    static LongrunException of(
            CallRequest request, AttemptResult last, AttemptHistory before, RetryDecision.Reason reason) {
        String after = after(reason, before);
        return last instanceof AttemptResult.ErrorResponse rejected
                ? rejected(request, rejected, before, after)
                : withoutResponse(request, (AttemptResult.TransportFailure) last, before.connected(), after);
    }

    /** For a call without an attempt. */
    static LongrunException unsent(CallRequest request, RetryDecision.Reason reason) {
        String message = request.describe() + ": nothing was sent; " + reason.text();
        return reason == RetryDecision.Reason.CLOSED
                ? new ConfigurationException(message)
                : new UnreachableException(message);
    }

    static LongrunException interrupted(CallRequest request, boolean connected, InterruptedException cause) {
        return connected
                ? new NoResponseException(
                        request.describe() + ": interrupted while waiting to try again; what was sent by then stands",
                        cause)
                : new UnreachableException(request.describe() + ": interrupted before anything was sent", cause);
    }

    /** For a 2xx response that is not the expected JSON; other exceptions of a reader stay as they are. */
    static RuntimeException unreadable(CallRequest request, HttpResponse response, RuntimeException why) {
        if (!(why instanceof JsonException)) {
            return why;
        }
        return new UnreadableResponseException(
                request.describe() + ": " + request.origin() + " answered HTTP " + response.status()
                        + " with a body that is not the expected JSON: " + why.getMessage(),
                why);
    }

    /** For an interrupt while waiting for a future. */
    static LongrunException interruptedWait(String what, InterruptedException cause) {
        return new NoResponseException(
                "interrupted while waiting for " + what + "; what was sent by then stands", cause);
    }

    static IOException noTimeLeftAfterToken(Duration timeout) {
        return new CredentialsException("getting an access token took all of the " + timeout, true);
    }

    /** Nothing was sent. Another attempt may get a token, unless the source failed with an unchecked exception. */
    static IOException withoutToken(Throwable cause) {
        if (cause instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return cause instanceof CredentialsException known
                ? known
                : new CredentialsException(
                        "the TokenSource failed with " + cause.getClass().getName(),
                        cause instanceof IOException,
                        cause);
    }

    /** For what a transport, an interceptor or a response of foreign code throws instead of an IOException. */
    static IOException foreignFailure(Throwable thrown) {
        if (thrown instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return thrown instanceof IOException known
                ? known
                : new IOException("the transport failed with " + thrown, thrown);
    }

    /** For a request that the transport refuses, by contract before anything of it is sent. */
    static ConfigurationException unsendable(CallRequest request, IllegalArgumentException why) {
        return new ConfigurationException(request.describe() + ": " + why.getMessage(), why);
    }

    private static LongrunException rejected(
            CallRequest request, AttemptResult.ErrorResponse rejected, AttemptHistory before, String after) {
        int http = rejected.response().status();
        if (http / 100 == 3) {
            return new UnreadableResponseException(
                    request.describe() + ": " + request.origin() + " answered HTTP " + http
                            + ", a redirect to " + location(rejected)
                            + "; redirects are not followed, so that credentials stay with the host they were meant for");
        }
        String reason = rejected.status()
                .detail(ErrorInfo.class)
                .map(info -> " [" + info.reason() + "]")
                .orElse("");
        String message = request.describe() + ": " + request.origin() + " answered "
                + rejected.status().describe() + reason + after;
        return ApiException.builder(sentences(message, ErrorHints.after(rejected, request)), rejected.status(), http)
                .hasApiErrorBody(rejected.hasApiErrorBody())
                .requestId(rejected.response().header("x-request-id"))
                .retryAfter(rejected.hint())
                .earlierAttemptAmbiguous(before.ambiguous())
                .build();
    }

    private static LongrunException withoutResponse(
            CallRequest request, AttemptResult.TransportFailure failed, boolean connected, String after) {
        IOException cause = failed.cause();
        Throwable shown = failed.shown();
        String what = request.describe() + ": ";
        if (cause instanceof ResponseTooLargeException) {
            return new UnreadableResponseException(what + shown.getMessage(), shown);
        }
        if (cause instanceof CredentialsException credentials) {
            return withoutToken(what + shown.getMessage() + after, credentials.retryable(), shown, connected);
        }
        String why = shown.getMessage() == null || cause instanceof UnknownHostException
                ? failed.problem()
                : shown.getMessage();
        if (!connected) {
            return new UnreachableException(what + "no connection to " + request.origin() + ": " + why + after, shown);
        }
        String message = what + "no response from " + request.origin() + ": " + why + after;
        return failed.isTimeout()
                ? new DeadlineExceededException(message, shown)
                : new NoResponseException(message, shown);
    }

    private static LongrunException withoutToken(
            String message, boolean retryable, Throwable cause, boolean connected) {
        if (connected) {
            return new NoResponseException(message, cause);
        }
        return retryable ? new UnreachableException(message, cause) : new ConfigurationException(message, cause);
    }

    private static String location(AttemptResult.ErrorResponse rejected) {
        String said = rejected.response().header("Location").orElse("");
        return said.isEmpty() ? "nowhere" : BodySnippet.of(said.getBytes(StandardCharsets.UTF_8));
    }

    /** Joins two sentences; a server's message may end with a full stop. */
    private static String sentences(String message, String next) {
        return next.isEmpty() ? message : message + (message.endsWith(".") ? " " : ". ") + next;
    }

    /** {@code " (after 3 attempts; no attempt is left)"}; empty if there is neither. */
    private static String after(RetryDecision.Reason reason, AttemptHistory before) {
        StringJoiner said = new StringJoiner("; ", " (", ")").setEmptyValue("");
        if (before.attempts() > 1) {
            said.add("after " + before.attempts() + " attempts"
                    + (before.ambiguous() ? ", of which an earlier one may have been carried out" : ""));
        }
        if (!reason.text().isEmpty()) {
            said.add(reason.text());
        }
        return said.toString();
    }
}
