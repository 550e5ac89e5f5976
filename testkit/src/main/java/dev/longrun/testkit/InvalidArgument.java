// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

import dev.longrun.error.Code;

/** A request that no service could understand; it becomes an answer 400. */
final class InvalidArgument extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String text;

    InvalidArgument(String text) {
        super(text);
        this.text = text;
    }

    FakeResponse answer(RoutedRequest call) {
        return ErrorAnswer.of(Code.INVALID_ARGUMENT, text, "INVALID_ARGUMENT", call.service());
    }
}
