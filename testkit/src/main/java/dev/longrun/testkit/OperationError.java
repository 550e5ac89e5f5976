// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.error.Code;

/** The error responses of the five methods. */
final class OperationError {

    static FakeResponse notFound(RoutedRequest request) {
        return of(Code.NOT_FOUND, "Resource '" + request.name() + "' was not found", "RESOURCE_NOT_FOUND", request);
    }

    static FakeResponse notCancellable(RoutedRequest request) {
        return of(
                Code.FAILED_PRECONDITION,
                "Operation '" + request.name() + "' does not support cancellation",
                "OPERATION_NOT_CANCELLABLE",
                request);
    }

    static FakeResponse alreadyDone(RoutedRequest request) {
        return of(
                Code.FAILED_PRECONDITION,
                "Operation '" + request.name() + "' is already done",
                "OPERATION_ALREADY_DONE",
                request);
    }

    static FakeResponse unimplemented(RoutedRequest request) {
        return of(
                Code.UNIMPLEMENTED,
                "Operation is not implemented, or supported, or enabled.",
                "UNIMPLEMENTED",
                request);
    }

    static FakeResponse of(Code code, String message, String reason, RoutedRequest request) {
        return request.dialect().error(code, message, reason, request.service());
    }

    private OperationError() {}
}
