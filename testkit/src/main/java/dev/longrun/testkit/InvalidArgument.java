// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

/** Becomes an answer 400 INVALID_ARGUMENT with this message. */
final class InvalidArgument extends RuntimeException {

    private static final long serialVersionUID = 1;

    InvalidArgument(String message) {
        super(message);
    }
}
