// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.error.ApiException;
import dev.longrun.error.Code;
import dev.longrun.error.LongrunException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The response to one cancel request, classified by what it leaves to find out. Immutable. */
final class CancelResponse {
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;

    private final Kind kind;
    private final @Nullable LongrunException cause;

    enum Kind {
        /** The service took the request. Only a read tells whether it has an effect. */
        ACCEPTED,
        /** No usable response: the request may have been taken. */
        AMBIGUOUS,
        /** Not taken: this operation cannot be cancelled, now or ever. */
        REJECTED,
        /** Not taken: there is no such method, for this kind of name or at all. */
        NO_METHOD,
        /** Not taken: there is no such operation. */
        NO_OPERATION,
        /** Not taken because of the rate or the network; a later request may be taken. */
        RETRY_LATER,
        /** Not taken: not permitted, or the client cannot send as it is configured. */
        DENIED
    }

    private CancelResponse(Kind kind, @Nullable LongrunException cause) {
        this.kind = kind;
        this.cause = cause;
    }

    /** @param failure of the call; null if the call succeeded */
    static CancelResponse of(@Nullable LongrunException failure) {
        if (failure == null) {
            return new CancelResponse(Kind.ACCEPTED, null);
        } else if (failure instanceof ApiException api) {
            return new CancelResponse(kind(api), failure);
        } else if (failure.mayHaveTakenEffect()) {
            return new CancelResponse(Kind.AMBIGUOUS, failure);
        }
        return new CancelResponse(failure.isRetryable() ? Kind.RETRY_LATER : Kind.DENIED, failure);
    }

    private static Kind kind(ApiException api) {
        Code code = api.status().code();
        if (code == Code.PERMISSION_DENIED || code == Code.UNAUTHENTICATED) {
            return Kind.DENIED;
        } else if (code == Code.RESOURCE_EXHAUSTED || api.httpStatus() == TOO_MANY_REQUESTS) {
            return Kind.RETRY_LATER;
        } else if (isNoMethod(api)) {
            return Kind.NO_METHOD;
        } else if (code == Code.NOT_FOUND) {
            return Kind.NO_OPERATION;
        }
        boolean meant = api.httpStatus() / 100 == 4
                && api.httpStatus() != REQUEST_TIMEOUT
                && code != Code.CANCELLED
                && code != Code.UNKNOWN;
        return meant ? Kind.REJECTED : Kind.AMBIGUOUS;
    }

    /** UNIMPLEMENTED, 405, or the 404 of a front end that knows no such path. */
    private static boolean isNoMethod(ApiException api) {
        return api.status().code() == Code.UNIMPLEMENTED
                || api.httpStatus() == 501
                || api.httpStatus() == 405
                || (api.httpStatus() == 404 && !api.hasApiErrorBody());
    }

    Kind kind() {
        return kind;
    }

    /** The failure of the call; null for {@link Kind#ACCEPTED}. */
    @Nullable
    LongrunException cause() {
        return cause;
    }

    /** The response as an exception of the service; null if it was none. */
    @Nullable
    ApiException rejection() {
        return cause instanceof ApiException api ? api : null;
    }

    /** Whether an attempt of the same call, before the one that was answered, may have been taken. */
    boolean earlierAttemptAmbiguous() {
        return cause instanceof ApiException api && api.earlierAttemptAmbiguous();
    }

    /** How long the service asks to wait. */
    Optional<Duration> retryAfter() {
        return cause instanceof ApiException api ? api.retryAfter() : Optional.empty();
    }
}
