// SPDX-License-Identifier: Apache-2.0
package dev.longrun.springboot;

import dev.longrun.error.ApiException;
import dev.longrun.error.ConfigurationException;
import dev.longrun.error.DeadlineExceededException;
import dev.longrun.error.LongrunException;
import dev.longrun.error.NoResponseException;
import dev.longrun.error.UnreachableException;
import dev.longrun.error.UnreadableResponseException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** The problem detail of a call that failed. Pure. */
final class CallProblem {
    private static final String READ_IT = "read the operation before repeating the request";

    private CallProblem() {}

    static ProblemDetail of(LongrunException failure) {
        ProblemDetail problem = failure instanceof ApiException api ? ApiProblem.of(api) : withoutResponse(failure);
        problem.setProperty("mayHaveTakenEffect", failure.mayHaveTakenEffect());
        problem.setProperty("retryable", failure.isRetryable());
        return problem;
    }

    private static ProblemDetail withoutResponse(LongrunException failure) {
        if (failure instanceof ConfigurationException) {
            return problem(
                    HttpStatus.INTERNAL_SERVER_ERROR,
                    "this application cannot make the call as it is configured; its log says why");
        } else if (failure instanceof UnreachableException) {
            return problem(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "the service could not be reached, and nothing was sent; a later request may get through");
        } else if (failure instanceof UnreadableResponseException) {
            return problem(
                    HttpStatus.BAD_GATEWAY,
                    "the response of the service cannot be read; the call has most likely taken effect: " + READ_IT);
        } else if (failure instanceof NoResponseException || failure instanceof DeadlineExceededException) {
            return problem(
                    HttpStatus.GATEWAY_TIMEOUT,
                    "no response of the service came in time; the call may have taken effect: " + READ_IT);
        }
        throw new IllegalArgumentException("no problem detail is known for " + failure.getClass());
    }

    private static ProblemDetail problem(HttpStatus status, String detail) {
        return ProblemDetail.forStatusAndDetail(status, detail);
    }
}
