// SPDX-License-Identifier: Apache-2.0
package dev.longrun.springboot;

import dev.longrun.error.ApiException;
import dev.longrun.error.LongrunException;
import dev.longrun.name.InvalidNameException;
import java.lang.reflect.UndeclaredThrowableException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers for a controller that an exception of Longrun leaves, with a problem detail (RFC 9457). Advices of the
 * application come first. Exceptions of other libraries, {@link IllegalArgumentException} among them, and exceptions of
 * the application that have one of Longrun as their cause stay with their own handlers.
 *
 * <table>
 *   <caption>What each exception becomes</caption>
 *   <tr><th>exception</th><th>status</th><th>reason</th></tr>
 *   <tr><td>{@link InvalidNameException}</td><td>400</td><td>names come from the request</td></tr>
 *   <tr><td>{@link dev.longrun.error.ConfigurationException}</td><td>500</td>
 *       <td>the application is to be mended, not the request</td></tr>
 *   <tr><td>{@link dev.longrun.error.UnreachableException}</td><td>503</td><td>nothing was sent; a later request may get
 *       through</td></tr>
 *   <tr><td>{@link ApiException}</td><td>see below</td><td>the service rejected the call</td></tr>
 *   <tr><td>{@link dev.longrun.error.NoResponseException}, {@link dev.longrun.error.DeadlineExceededException}</td>
 *       <td>504</td><td>the request may have taken effect</td></tr>
 *   <tr><td>{@link dev.longrun.error.UnreadableResponseException}</td><td>502</td><td>the request has most likely taken
 *       effect</td></tr>
 * </table>
 *
 * <p>The status of a rejection passes through where it is about the operation that the caller named. It does not where
 * it is about this application, whose credentials and quota the caller cannot change.
 *
 * <table>
 *   <caption>What each rejection becomes</caption>
 *   <tr><th>{@code status().code()}</th><th>HTTP</th><th>reason</th></tr>
 *   <tr><td>NOT_FOUND</td><td>404</td><td>there is no such operation; 502 if a proxy says so, and not the service</td></tr>
 *   <tr><td>INVALID_ARGUMENT, OUT_OF_RANGE</td><td>400</td><td>the service reads the name in another way</td></tr>
 *   <tr><td>FAILED_PRECONDITION, ABORTED</td><td>409</td><td>the state of the operation does not allow it now</td></tr>
 *   <tr><td>RESOURCE_EXHAUSTED, UNAVAILABLE</td><td>503</td><td>the service is busy, or the quota of the application is
 *       used up, which 429 would charge to the caller; with {@code Retry-After} if the service sent it</td></tr>
 *   <tr><td>DEADLINE_EXCEEDED</td><td>504</td><td>the service took too long</td></tr>
 *   <tr><td>UNAUTHENTICATED, PERMISSION_DENIED</td><td>502</td><td>the application is not allowed to, whatever caller
 *       asks; 401 and 403 would say that other credentials of the caller help</td></tr>
 *   <tr><td>every other</td><td>502</td><td>the service failed</td></tr>
 * </table>
 *
 * <pre>{@code
 * HTTP/1.1 503
 * Content-Type: application/problem+json
 *
 * {"status": 503, "title": "Service Unavailable", "detail": "the service could not be reached, and nothing was sent; …",
 *  "mayHaveTakenEffect": false, "retryable": true}
 * }</pre>
 *
 * <p>The problem of a rejection also has its {@code code}, and the {@code requestId} for the support of the service if
 * it sent one.
 *
 * <p>The {@code detail} of a status below 500 is the message, which is about the request. Above it is a general text,
 * as the message may tell hosts, accounts and files of the application; the log has the exception.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public final class LongrunExceptionHandler {
    private static final Logger LOGGER = LoggerFactory.getLogger(LongrunExceptionHandler.class);

    @ExceptionHandler(InvalidNameException.class)
    ResponseEntity<ProblemDetail> invalidName(InvalidNameException failure, Exception raised) throws Exception {
        checkRaised(failure, raised);
        return ResponseEntity.badRequest()
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, failure.getMessage()));
    }

    @ExceptionHandler(LongrunException.class)
    ResponseEntity<ProblemDetail> failedCall(LongrunException failure, Exception raised) throws Exception {
        checkRaised(failure, raised);
        ProblemDetail problem = CallProblem.of(failure);
        if (problem.getStatus() >= 500) {
            LOGGER.warn("responding {} to a request, because a call failed", problem.getStatus(), failure);
        }
        HttpHeaders headers = new HttpHeaders();
        retryAfter(failure).ifPresent(pause -> headers.set(HttpHeaders.RETRY_AFTER, seconds(pause)));
        return ResponseEntity.status(problem.getStatus()).headers(headers).body(problem);
    }

    /** An exception that is thrown again is left to the other handlers. */
    private static void checkRaised(Exception failure, Exception raised) throws Exception {
        Throwable inner = raised;
        while (inner.getCause() != null && isWrapper(inner)) {
            inner = inner.getCause();
        }
        if (!inner.equals(failure)) {
            throw raised;
        }
    }

    private static boolean isWrapper(Throwable exception) {
        return exception instanceof CompletionException
                || exception instanceof ExecutionException
                || exception instanceof UndeclaredThrowableException;
    }

    private static Optional<Duration> retryAfter(LongrunException failure) {
        return failure instanceof ApiException api && api.isRetryable() ? api.retryAfter() : Optional.empty();
    }

    /** Whole seconds, not less than the pause. */
    private static String seconds(Duration pause) {
        return Long.toString(pause.plusNanos(999_999_999).toSeconds());
    }
}
