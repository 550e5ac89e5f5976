// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import dev.longrun.auth.CredentialsException;
import dev.longrun.error.ApiException;
import dev.longrun.error.LongrunException;
import dev.longrun.error.NoResponseException;
import dev.longrun.error.NotSentException;
import dev.longrun.error.StatusDetail.ErrorInfo;
import dev.longrun.error.UnreadableResponseException;
import dev.longrun.http.HttpResponse;
import dev.longrun.http.ResponseTooLargeException;
import dev.longrun.json.BodySnippet;
import dev.longrun.json.JsonException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/**
 * Turns the last attempt of a call into the exception that tells it: what was asked, what came back, what to do next.
 */
final class ErrorMapper {
    private ErrorMapper() {}

    /**
     * What came before the failure.
     *
     * @param attempts made in all
     * @param connected whether any of them may have reached the server
     * @param lostOne whether one before the last may have changed something, although nobody said so
     */
    record AttemptHistory(int attempts, boolean connected, boolean lostOne) {}

    static LongrunException of(
            CallRequest request, AttemptResult last, AttemptHistory before, RetryDecision.Reason reason) {
        String after = after(reason, before);
        return last instanceof AttemptResult.ErrorResponse refused
                ? refused(request, refused, before, after)
                : unanswered(request, ((AttemptResult.TransportFailure) last).cause(), before.connected(), after);
    }

    /** No attempt was made. */
    static NotSentException unsent(CallRequest request, RetryDecision.Reason reason) {
        return new NotSentException(request.describe() + ": nothing was sent; " + reason.text(), null, reason.passes());
    }

    static LongrunException interrupted(CallRequest request, boolean connected, InterruptedException cause) {
        return connected
                ? new NoResponseException(
                        request.describe() + ": interrupted while waiting to try again; what was sent by then stands",
                        cause)
                : new NotSentException(request.describe() + ": interrupted before anything was sent", cause, true);
    }

    /** A 2xx answer that is no JSON. */
    static UnreadableResponseException unreadable(CallRequest request, HttpResponse response, JsonException why) {
        return new UnreadableResponseException(
                request.describe() + ": " + request.origin() + " answered HTTP " + response.status()
                        + " with a body that is not the expected JSON: " + why.getMessage(),
                why);
    }

    private static LongrunException refused(
            CallRequest request, AttemptResult.ErrorResponse refused, AttemptHistory before, String after) {
        int http = refused.response().status();
        if (http / 100 == 3) {
            return new UnreadableResponseException(
                    request.describe() + ": " + request.origin() + " answered HTTP " + http
                            + ", a redirect to " + location(refused)
                            + "; redirects are not followed, so that credentials stay with the host they were meant for");
        }
        String reason = refused.status()
                .detail(ErrorInfo.class)
                .map(info -> " [" + info.reason() + "]")
                .orElse("");
        String message = request.describe() + ": " + request.origin() + " answered "
                + refused.status().describe() + reason + after;
        return ApiException.builder(sentences(message, ErrorHints.after(refused, request)), refused.status(), http)
                .hasApiErrorBody(refused.hasApiErrorBody())
                .requestId(refused.response().header("x-request-id"))
                .retryAfter(refused.hint())
                .earlierAttemptAmbiguous(before.lostOne())
                .build();
    }

    private static LongrunException unanswered(
            CallRequest request, IOException cause, boolean connected, String after) {
        String what = request.describe() + ": ";
        if (cause instanceof CredentialsException credentials) {
            return connected
                    ? new NoResponseException(what + cause.getMessage() + after, cause)
                    : new NotSentException(what + cause.getMessage() + after, cause, credentials.retryable());
        }
        if (cause instanceof ResponseTooLargeException) {
            return new UnreadableResponseException(what + cause.getMessage(), cause);
        }
        String said = cause.getMessage() == null || cause instanceof UnknownHostException
                ? new AttemptResult.TransportFailure(cause).problem()
                : cause.getMessage();
        return connected
                ? new NoResponseException(what + "no answer from " + request.origin() + ": " + said + after, cause)
                : new NotSentException(
                        what + "no connection to " + request.origin() + ": " + said + after, cause, true);
    }

    private static String location(AttemptResult.ErrorResponse refused) {
        String said = refused.response().header("Location").orElse("");
        return said.isEmpty() ? "nowhere" : BodySnippet.of(said.getBytes(StandardCharsets.UTF_8));
    }

    /** Servers end their messages with a full stop, or do not. */
    private static String sentences(String message, String next) {
        return next.isEmpty() ? message : message + (message.endsWith(".") ? " " : ". ") + next;
    }

    /** {@code " (after 3 attempts; no attempt is left)"}; nothing where there is nothing to say. */
    private static String after(RetryDecision.Reason reason, AttemptHistory before) {
        StringJoiner said = new StringJoiner("; ", " (", ")").setEmptyValue("");
        if (before.attempts() > 1) {
            said.add("after " + before.attempts() + " attempts"
                    + (before.lostOne() ? ", of which an earlier one may have been carried out" : ""));
        }
        if (!reason.text().isEmpty()) {
            said.add(reason.text());
        }
        return said.toString();
    }
}
