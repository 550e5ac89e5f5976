// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.error.Code;

/** What the five rpcs are refused with. */
final class OperationError {

    static FakeResponse notFound(RoutedRequest call) {
        return of(Code.NOT_FOUND, "Resource '" + call.name() + "' was not found", "RESOURCE_NOT_FOUND", call);
    }

    static FakeResponse notCancellable(RoutedRequest call) {
        return of(
                Code.FAILED_PRECONDITION,
                "Operation '" + call.name() + "' does not support cancellation",
                "OPERATION_NOT_CANCELLABLE",
                call);
    }

    static FakeResponse alreadyDone(RoutedRequest call) {
        return of(
                Code.FAILED_PRECONDITION,
                "Operation '" + call.name() + "' is already done",
                "OPERATION_ALREADY_DONE",
                call);
    }

    static FakeResponse unimplemented(RoutedRequest call) {
        return of(Code.UNIMPLEMENTED, "Operation is not implemented, or supported, or enabled.", "UNIMPLEMENTED", call);
    }

    private static FakeResponse of(Code code, String message, String reason, RoutedRequest call) {
        return ErrorAnswer.of(code, message, reason, call.service());
    }

    private OperationError() {}
}
