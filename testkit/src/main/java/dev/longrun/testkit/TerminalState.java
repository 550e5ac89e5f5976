// SPDX-License-Identifier: Apache-2.0
package dev.longrun.testkit;

/** How an operation can end. */
public enum TerminalState {
    /** With the error code 1, CANCELLED. */
    CANCELLED,
    /** With a response. */
    COMPLETED,
    /** Done, but with neither response nor error, as some services end deletions. */
    NO_RESULT,
    /** With an error other than CANCELLED, INTERNAL unless scripted otherwise. */
    FAILED
}
