// SPDX-License-Identifier: Apache-2.0
package dev.longrun.error;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The server, or a proxy before it, said no. Branch on {@code status().code()} or {@code errorInfo()}, not on the
 * message.
 */
public final class ApiException extends LongrunException {
    private static final long serialVersionUID = 1L;

    private final Status status;
    private final int httpStatus;
    private final boolean hasApiErrorBody;
    private final @Nullable String requestId;
    private final @Nullable Duration retryAfter;
    private final boolean earlierAttemptAmbiguous;

    /**
     * @param hasApiErrorBody whether the body was a Google JSON error, see {@link #hasApiErrorBody()}
     * @param requestId what the server calls the request, for support
     * @param retryAfter from the HTTP header
     */
    public ApiException(
            String message,
            Status status,
            int httpStatus,
            boolean hasApiErrorBody,
            Optional<String> requestId,
            Optional<Duration> retryAfter) {
        this(message, status, httpStatus, hasApiErrorBody, requestId, retryAfter, false, null);
    }

    /** @param earlierAttemptAmbiguous see {@link #earlierAttemptAmbiguous()} */
    public ApiException(
            String message,
            Status status,
            int httpStatus,
            boolean hasApiErrorBody,
            Optional<String> requestId,
            Optional<Duration> retryAfter,
            boolean earlierAttemptAmbiguous) {
        this(message, status, httpStatus, hasApiErrorBody, requestId, retryAfter, earlierAttemptAmbiguous, null);
    }

    /** @param cause of another library, when it was the one that asked */
    public ApiException(
            String message,
            Status status,
            int httpStatus,
            boolean hasApiErrorBody,
            Optional<String> requestId,
            Optional<Duration> retryAfter,
            @Nullable Throwable cause) {
        this(message, status, httpStatus, hasApiErrorBody, requestId, retryAfter, false, cause);
    }

    private ApiException(
            String message,
            Status status,
            int httpStatus,
            boolean hasApiErrorBody,
            Optional<String> requestId,
            Optional<Duration> retryAfter,
            boolean earlierAttemptAmbiguous,
            @Nullable Throwable cause) {
        super(message, cause);
        this.status = requireNonNull(status, "status");
        this.httpStatus = httpStatus;
        this.hasApiErrorBody = hasApiErrorBody;
        this.requestId = requestId.orElse(null);
        this.retryAfter = retryAfter.orElse(null);
        this.earlierAttemptAmbiguous = earlierAttemptAmbiguous;
    }

    /** What the error body says, or what the HTTP status suggests when there is no body that can be read. */
    public Status status() {
        return status;
    }

    public int httpStatus() {
        return httpStatus;
    }

    public Optional<ErrorInfo> errorInfo() {
        return status.detail(ErrorInfo.class);
    }

    /** For support: the id from the answer's headers, else the one in {@link RequestInfo}. */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId)
                .or(() -> status.detail(RequestInfo.class)
                        .map(RequestInfo::requestId)
                        .filter(id -> !id.isEmpty()));
    }

    /** How long the server asks callers to wait: its {@code Retry-After} header, else {@link RetryInfo}. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter)
                .or(() -> status.detail(RetryInfo.class).map(RetryInfo::retryDelay));
    }

    /**
     * Whether the API itself answered, in its JSON error form. When not, a proxy or the front end did, which for a 404
     * means that there is no such method rather than no such operation.
     */
    public boolean hasApiErrorBody() {
        return hasApiErrorBody;
    }

    /**
     * Whether this answers a cancel or a delete that was repeated, as its earlier attempt got no answer or an error of
     * the server's own. That attempt may have been carried out: NOT_FOUND may then mean that the delete has worked.
     */
    public boolean earlierAttemptAmbiguous() {
        return earlierAttemptAmbiguous;
    }
}
