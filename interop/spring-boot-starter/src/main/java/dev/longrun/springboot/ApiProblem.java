// SPDX-License-Identifier: Apache-2.0
package dev.longrun.springboot;

import dev.longrun.error.ApiException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** The problem detail of a rejection, by the table of {@link LongrunExceptionHandler}. Pure. */
final class ApiProblem {
    private ApiProblem() {}

    static ProblemDetail of(ApiException failure) {
        HttpStatus status = status(failure);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                status,
                status.is4xxClientError()
                        ? failure.status().describe()
                        : "the service rejected the call of this application: "
                                + failure.status().code());
        problem.setProperty("code", failure.status().code().name());
        failure.requestId().ifPresent(id -> problem.setProperty("requestId", id));
        return problem;
    }

    static HttpStatus status(ApiException failure) {
        return switch (failure.status().code()) {
            case NOT_FOUND -> failure.hasApiErrorBody() ? HttpStatus.NOT_FOUND : HttpStatus.BAD_GATEWAY;
            case INVALID_ARGUMENT, OUT_OF_RANGE -> HttpStatus.BAD_REQUEST;
            case FAILED_PRECONDITION, ABORTED -> HttpStatus.CONFLICT;
            case RESOURCE_EXHAUSTED, UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
            case DEADLINE_EXCEEDED -> HttpStatus.GATEWAY_TIMEOUT;
            default -> HttpStatus.BAD_GATEWAY;
        };
    }
}
