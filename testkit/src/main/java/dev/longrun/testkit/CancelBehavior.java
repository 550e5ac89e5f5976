// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

/** How the server responds to a cancel. */
enum CancelBehavior {
    ACCEPTED,
    /** FAILED_PRECONDITION: this operation cannot be cancelled. */
    REJECTED,
    /** FAILED_PRECONDITION: it ended before the first cancel. */
    TOO_LATE,
    /** UNIMPLEMENTED, as a JSON error. */
    UNIMPLEMENTED,
    /** HTML 404 of the front end, as for an unknown path. */
    NO_SUCH_PATH,
    NOT_FOUND
}
