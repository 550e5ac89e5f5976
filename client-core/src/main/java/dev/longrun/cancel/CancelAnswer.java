// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cancel;

import dev.longrun.cancel.CancelEvidence.RequestStatus;
import dev.longrun.error.ApiException;
import dev.longrun.error.Code;
import dev.longrun.error.LongrunException;
import dev.longrun.error.Status;
import java.util.List;
import java.util.Optional;

/** How the request to cancel was answered, sorted by what it leaves to find out. */
sealed interface CancelAnswer {

    /** For the evidence. */
    RequestStatus request();

    default List<String> requestIds() {
        return List.of();
    }

    /** Taken. Whether it does anything, only the operation tells. */
    record Accepted() implements CancelAnswer {
        @Override
        public RequestStatus request() {
            return RequestStatus.ACCEPTED;
        }
    }

    /** Perhaps taken: the answer was lost, unreadable, or an error of the server's own. */
    record Lost(LongrunException cause) implements CancelAnswer {
        @Override
        public RequestStatus request() {
            return RequestStatus.AMBIGUOUS;
        }

        @Override
        public List<String> requestIds() {
            return cause instanceof ApiException api ? api.requestId().stream().toList() : List.of();
        }
    }

    /** Not taken. */
    record Refused(Kind kind, Status status, Optional<String> requestId) implements CancelAnswer {

        enum Kind {
            /** This operation cannot be cancelled, now or ever. */
            THIS_ONE,
            /** There is no such method, for this kind of name or at all. */
            NO_METHOD,
            /** There is no such operation. */
            NO_OPERATION
        }

        @Override
        public RequestStatus request() {
            return RequestStatus.REJECTED;
        }

        @Override
        public List<String> requestIds() {
            return requestId.stream().toList();
        }
    }

    /**
     * Nothing was asked for: never sent, not permitted, or turned away for its rate.
     *
     * @param passing whether the circumstances are to blame, so that a later request may get through
     */
    record TurnedAway(LongrunException cause, boolean passing) implements CancelAnswer {
        @Override
        public RequestStatus request() {
            return RequestStatus.NOT_SENT;
        }
    }

    /** Sorts a failed request. */
    static CancelAnswer of(LongrunException failure) {
        if (failure instanceof ApiException api) {
            return of(api);
        }
        return failure.mayHaveTakenEffect() ? new Lost(failure) : new TurnedAway(failure, failure.isRetryable());
    }

    private static CancelAnswer of(ApiException api) {
        Code code = api.status().code();
        if (code == Code.PERMISSION_DENIED || code == Code.UNAUTHENTICATED || code == Code.RESOURCE_EXHAUSTED) {
            return new TurnedAway(api, code == Code.RESOURCE_EXHAUSTED);
        }
        if (isNoMethod(api)) {
            return new Refused(Refused.Kind.NO_METHOD, api.status(), api.requestId());
        }
        if (code == Code.NOT_FOUND) {
            return new Refused(Refused.Kind.NO_OPERATION, api.status(), api.requestId());
        }
        boolean meant = api.httpStatus() / 100 == 4 && code != Code.CANCELLED && code != Code.UNKNOWN;
        return meant ? new Refused(Refused.Kind.THIS_ONE, api.status(), api.requestId()) : new Lost(api);
    }

    /** UNIMPLEMENTED, 405, or the 404 of a front end that knows no such path. */
    private static boolean isNoMethod(ApiException api) {
        return api.status().code() == Code.UNIMPLEMENTED
                || api.httpStatus() == 501
                || api.httpStatus() == 405
                || (api.httpStatus() == 404 && !api.hasApiErrorBody());
    }
}
