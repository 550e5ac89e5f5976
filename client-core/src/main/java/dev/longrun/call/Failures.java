// SPDX-License-Identifier: Apache-2.0
package dev.longrun.call;

import dev.longrun.auth.CredentialsException;
import dev.longrun.error.ApiException;
import dev.longrun.error.ErrorInfo;
import dev.longrun.error.LongrunException;
import dev.longrun.error.NoAnswerException;
import dev.longrun.error.NotSentException;
import dev.longrun.error.RequestInfo;
import dev.longrun.error.UnreadableAnswerException;
import dev.longrun.http.ResponseTooLargeException;
import java.io.IOException;
import java.util.Optional;

/** Turns the last attempt of a call into the exception that tells it: what was asked, what came back, what to do next. */
final class Failures {
    private Failures() {}

    /**
     * @param connected whether any attempt of the call may have reached the server
     */
    static LongrunException of(
            CallRequest request, Attempt last, boolean connected, int attempts, Decision.Reason reason) {
        String after = after(reason, attempts);
        return last instanceof Attempt.Refused refused
                ? refused(request, refused, after)
                : unanswered(request, ((Attempt.Unanswered) last).cause(), connected, after);
    }

    static LongrunException outOfTime(CallRequest request, boolean connected, int attempts) {
        String what = request.describe() + ": the time was over before its turn came"
                + (attempts == 0 ? "" : ", after " + attempts + " attempts");
        return connected ? new NoAnswerException(what) : new NotSentException(what);
    }

    private static LongrunException refused(CallRequest request, Attempt.Refused refused, String after) {
        int http = refused.response().status();
        if (http / 100 == 3) {
            return new UnreadableAnswerException(request.describe() + ": " + request.origin() + " answered HTTP " + http
                    + ", a redirect to " + refused.response().header("Location").orElse("nowhere")
                    + "; redirects are not followed, so that credentials stay with the host they were meant for");
        }
        String reason = refused.status()
                .detail(ErrorInfo.class)
                .map(info -> " [" + info.reason() + "]")
                .orElse("");
        String message = request.describe() + ": " + request.origin() + " answered "
                + refused.status().describe() + reason + after
                + NextStep.after(refused.status().code(), request);
        return new ApiException(
                message, refused.status(), http, refused.structured(), requestId(refused), refused.hint());
    }

    private static LongrunException unanswered(
            CallRequest request, IOException cause, boolean connected, String after) {
        String what = request.describe() + ": ";
        if (cause instanceof CredentialsException credentials) {
            return connected
                    ? new NoAnswerException(what + cause.getMessage() + after, cause)
                    : new NotSentException(what + cause.getMessage() + after, cause, credentials.retryable());
        }
        if (cause instanceof ResponseTooLargeException) {
            return new UnreadableAnswerException(what + cause.getMessage(), cause);
        }
        String said = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return connected
                ? new NoAnswerException(what + "no answer from " + request.origin() + ": " + said + after, cause)
                : new NotSentException(
                        what + "no connection to " + request.origin() + ": " + said + after, cause, true);
    }

    private static Optional<String> requestId(Attempt.Refused refused) {
        Optional<String> detail = refused.status().detail(RequestInfo.class).map(RequestInfo::requestId);
        return detail.isPresent() ? detail : refused.response().header("x-request-id");
    }

    private static String after(Decision.Reason reason, int attempts) {
        String count = attempts == 1 ? "" : " after " + attempts + " attempts";
        return reason.text().isEmpty() ? count : count + "; " + reason.text();
    }
}
