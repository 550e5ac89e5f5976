// SPDX-License-Identifier: Apache-2.0
package dev.longrun.error;

import static java.util.Objects.requireNonNull;

import dev.longrun.error.StatusDetail.ErrorInfo;
import dev.longrun.error.StatusDetail.RequestInfo;
import dev.longrun.error.StatusDetail.RetryInfo;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The server, or a proxy in front of it, rejected the request. Branch on {@code status().code()} or
 * {@code errorInfo()}, not on the message.
 */
public final class ApiException extends LongrunException {
    private static final long serialVersionUID = 1L;

    private static final Set<Code> RETRYABLE =
            EnumSet.of(Code.UNAVAILABLE, Code.RESOURCE_EXHAUSTED, Code.DEADLINE_EXCEEDED);

    private final Status status;
    private final int httpStatus;
    private final boolean hasApiErrorBody;
    private final @Nullable String requestId;
    private final @Nullable Duration retryAfter;
    private final boolean earlierAttemptAmbiguous;

    private ApiException(Builder builder) {
        super(builder.message, builder.cause);
        this.status = builder.status;
        this.httpStatus = builder.httpStatus;
        this.hasApiErrorBody = builder.hasApiErrorBody;
        this.requestId = builder.requestId;
        this.retryAfter = builder.retryAfter;
        this.earlierAttemptAmbiguous = builder.earlierAttemptAmbiguous;
    }

    /** For fakes and bridges to other clients. */
    public static Builder builder(String message, Status status, int httpStatus) {
        return new Builder(message, status, httpStatus);
    }

    /** The status in the error body, or the one that the HTTP status suggests when no body can be read. */
    public Status status() {
        return status;
    }

    public int httpStatus() {
        return httpStatus;
    }

    public Optional<ErrorInfo> errorInfo() {
        return status.detail(ErrorInfo.class);
    }

    /** For support: the id from the response headers, else the one in {@link RequestInfo}. */
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
     * Whether the API itself responded, in its JSON error form. Otherwise a proxy or the front end did, which for a 404
     * means that there is no such method rather than no such operation.
     */
    public boolean hasApiErrorBody() {
        return hasApiErrorBody;
    }

    /**
     * Whether this rejects a repeated cancel or delete whose earlier attempt got no response or a server error. That
     * attempt may have been carried out: NOT_FOUND may then mean that the delete has worked.
     */
    public boolean earlierAttemptAmbiguous() {
        return earlierAttemptAmbiguous;
    }

    /** True after a server error (HTTP 5xx except UNIMPLEMENTED), or if {@link #earlierAttemptAmbiguous()}. */
    @Override
    public boolean mayHaveTakenEffect() {
        return earlierAttemptAmbiguous || (httpStatus / 100 == 5 && status.code() != Code.UNIMPLEMENTED);
    }

    /** True for UNAVAILABLE, RESOURCE_EXHAUSTED and DEADLINE_EXCEEDED. */
    @Override
    public boolean isRetryable() {
        return RETRYABLE.contains(status.code());
    }

    /** Optional parts of an {@link ApiException}. Not thread-safe. */
    public static final class Builder {
        private final String message;
        private final Status status;
        private final int httpStatus;
        private boolean hasApiErrorBody = true;
        private @Nullable String requestId;
        private @Nullable Duration retryAfter;
        private boolean earlierAttemptAmbiguous;
        private @Nullable Throwable cause;

        private Builder(String message, Status status, int httpStatus) {
            this.message = requireNonNull(message, "message");
            this.status = requireNonNull(status, "status");
            this.httpStatus = httpStatus;
        }

        /** True unless set, see {@link ApiException#hasApiErrorBody()}. */
        public Builder hasApiErrorBody(boolean value) {
            hasApiErrorBody = value;
            return this;
        }

        /** From the response headers. */
        public Builder requestId(Optional<String> value) {
            requestId = value.orElse(null);
            return this;
        }

        /** From the response headers. */
        public Builder retryAfter(Optional<Duration> value) {
            retryAfter = value.orElse(null);
            return this;
        }

        /** False unless set, see {@link ApiException#earlierAttemptAmbiguous()}. */
        public Builder earlierAttemptAmbiguous(boolean value) {
            earlierAttemptAmbiguous = value;
            return this;
        }

        public Builder cause(Throwable value) {
            cause = value;
            return this;
        }

        public ApiException build() {
            return new ApiException(this);
        }
    }
}
