// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

/** What the server says to a cancel. */
enum CancelBehavior {
    ACCEPTED,
    /** FAILED_PRECONDITION: this operation cannot be cancelled. */
    REFUSED,
    /** FAILED_PRECONDITION: it ended before anybody asked. */
    TOO_LATE,
    /** UNIMPLEMENTED, as a JSON error. */
    UNIMPLEMENTED,
    /** The front end knows no such path. */
    NO_SUCH_PATH,
    NOT_FOUND
}
