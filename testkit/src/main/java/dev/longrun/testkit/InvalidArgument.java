// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.error.Code;

/** A malformed request, which gets a response 400. */
final class InvalidArgument extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String text;

    InvalidArgument(String text) {
        super(text);
        this.text = text;
    }

    FakeResponse respond(RoutedRequest request) {
        return OperationError.of(Code.INVALID_ARGUMENT, text, "INVALID_ARGUMENT", request);
    }
}
